import { describe, test } from 'vitest';
import { check } from './check-solution.ts';
import { algebra } from './topics/algebra.ts';
import { algebraNames } from './topics/algebra-names.ts';
import { arithmetic } from './topics/arithmetic.ts';
import { asked } from './topics/asked.ts';
import { between } from './topics/between.ts';
import { bounded } from './topics/bounded.ts';
import { calculus } from './topics/calculus.ts';
import { cases } from './topics/cases.ts';
import { described } from './topics/described.ts';
import { discrete } from './topics/discrete.ts';
import { figured } from './topics/figured.ts';
import { fixed } from './topics/fixed.ts';
import { fixedNames } from './topics/fixed-names.ts';
import { forms } from './topics/forms.ts';
import { homework } from './topics/homework.ts';
import { implied } from './topics/implied.ts';
import { letters } from './topics/letters.ts';
import { misused } from './topics/misused.ts';
import { named } from './topics/named.ts';
import { numbers } from './topics/numbers.ts';
import { opens } from './topics/opens.ts';
import { pieces } from './topics/pieces.ts';
import { properties } from './topics/properties.ts';
import { quantities } from './topics/quantities.ts';
import { relations } from './topics/relations.ts';
import { setUps } from './topics/set-ups.ts';
import { sets } from './topics/sets.ts';
import { stories } from './topics/stories.ts';
import { supposed } from './topics/supposed.ts';
import { told } from './topics/told.ts';
import { ways } from './topics/ways.ts';
import { worded } from './topics/worded.ts';
import { worked } from './topics/worked.ts';
import { workedOut } from './topics/worked-out.ts';

for (const [topic, { flagged, passed }] of Object.entries({
  ...algebra,
  ...algebraNames,
  ...arithmetic,
  ...asked,
  ...between,
  ...bounded,
  ...calculus,
  ...cases,
  ...described,
  ...discrete,
  ...figured,
  ...fixed,
  ...fixedNames,
  ...homework,
  ...implied,
  ...letters,
  ...forms,
  ...misused,
  ...named,
  ...numbers,
  ...properties,
  ...quantities,
  ...relations,
  ...setUps,
  ...sets,
  ...stories,
  ...supposed,
  ...told,
  ...opens,
  ...pieces,
  ...ways,
  ...worded,
  ...worked,
  ...workedOut,
})) {
  describe(topic, () => {
    if (flagged.length > 0) test.each(flagged)('flagged: %s', text => check(text));
    test.each(passed)('passed: %s', text => check(text));
  });
}
