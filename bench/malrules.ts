import { readFileSync } from 'node:fs';
import { checkRow } from '../src/cli/locate.ts';
import { parseStatement } from '../src/math/parse.ts';
import { ruleById } from '../src/mistakes/catalogue.ts';
import { diagnose } from '../src/mistakes/diagnose.ts';

/*
 * `node bench/malrules.ts FILE [--show]`: a catalogue of mal-rules, a JSON array of `{id, tier, given, wrong, right}` in plain mathematics. Of each rule of the tiers
 * L, E, D and N: whether the checker refutes `given → wrong`, whether the rule is named first or among the two shown, and that `given → right` is not refuted.
 */
interface MalRule {
  readonly id: string;
  readonly tier: string;
  readonly given: string;
  readonly wrong: string;
  readonly right: string;
}

/** A rule's line as a piece of work: what is known, the line above, and the line below it. */
interface Work {
  readonly known: readonly string[];
  readonly above: string;
  readonly below: string;
}

const [file, show] = process.argv.slice(2);
if (file === undefined) throw new Error('name the catalogue: node bench/malrules.ts malrules.json');
const catalogue: MalRule[] = JSON.parse(readFileSync(file, 'utf8'));
const rules = catalogue.filter(({ tier }) => 'LEDN'.includes(tier));

/** Without quotes and remarks in brackets: `2 (or 14)`, `(base 10)`. */
const bare = (text: string): string => text.replace(/"/g, '').replace(/ \((?:or|times|base|claimed)\b[^()]*\)$/, '');

/** `f(x)=x^2, f(x+1)`: what is known goes before what is worked out. `x^2, x=-3`: or behind it. */
function workOf({ given, right }: MalRule, below: string): Work {
  const parts = bare(given).split(/, (?=[^)]*(?:\(|$))/);
  const isStatement = /[=<>]/.test(bare(right).replace(/\([^()]*\)/g, '')) || parts.every(part => /[=<>]/.test(part));
  const at = isStatement ? 0 : parts.findIndex(part => !/[=<>]/.test(part));
  const known = parts.filter((_, index) => index !== at);
  return { known: isStatement ? [] : known, above: isStatement ? parts.join(', ') : (parts[at] ?? given), below: bare(below) };
}

const math = (text: string): string => `$${text}$`;
const VERBS: readonly (readonly [RegExp, string])[] = [
  [/[=<>]/, 'Solve'],
  [/^d\/dx/, 'Differentiate'],
  [/\bint/, 'Integrate'],
  [/^lim/, 'Find'],
];

function rowsFor({ known, above, below }: Work) {
  const verb = VERBS.find(([sign]) => sign.test(above))?.[1] ?? 'Simplify';
  const problem = `${known.length > 0 ? `Let ${known.map(math).join(' and ')}. ` : ''}${verb} ${math(above)}.`;
  const lines = /[=<>]/.test(above) ? [math(above), math(below)] : [math(`${above} = ${below}`)];
  return [lines, [math(below)]].map(steps => ({ id: 0, problem, steps }));
}

/** Rules whose lines the catalogue tells in words or in shorthand, as a student writes them: the problem, and the lines with the mistake and without it. */
const SPELLED: Readonly<Record<string, readonly [problem: string, wrong: string, right: string]>> = {
  'INT-24': ['Add 4 to 3, and multiply by 2.', '3 + 4 = 7 · 2 = 14', '3 + 4 = 7\n7 · 2 = 14'],
  'EXP-41': ['Evaluate x² for x = -3.', 'x² = -3² = -9', 'x² = (-3)² = 9'],
  'EQN-46': ['Solve 7 - n/2 = 18.', 'n = 22\nCheck: 7 - 22/2 = 7 + 11 = 18', 'n = -22\nCheck: 7 - (-22)/2 = 7 + 11 = 18'],
  'INQ-08': ['Solve |x| < 3.', 'All real numbers', '-3 < x < 3'],
  'FUN-19': ['Find the inverse of f(x) = 2x.', 'f^{-1}(x) = 1/(2x)', 'f^{-1}(x) = x/2'],
  'FUN-20': ['Let f(x) = x² and g(x) = x + 1. Find f(g(x)).', 'f(g(x)) = x²(x + 1)', 'f(g(x)) = (x + 1)²'],
  'TRG-10': ['Solve sin x = 1/2 for 0° ≤ x < 360°.', 'x = 30°', 'x = 30° or x = 150°'],
  'DIF-22': ["Find f''(x) for f(x) = x³.", "f''(x) = 9x⁴", "f''(x) = 6x"],
  'DIF-28': ['Find lim_{x→2} (x² - 4)/(x - 2).', 'The limit does not exist.', '= lim_{x→2} (x + 2) = 4'],
  'ITG-05': ['Find ∫ 1/x dx.', '∫ x^(-1) dx = x^0/0', '∫ 1/x dx = ln|x| + C'],
  'ITG-18': ['Find ∫_0^2 2x(x² + 1) dx.', 'Let u = x² + 1.\n∫_0^2 u du = 2', 'Let u = x² + 1.\n∫_1^5 u du = 12'],
  'ITG-19': ['Find ∫ 2x(x² + 1) dx.', 'Let u = x² + 1.\n∫ 2xu du', 'Let u = x² + 1.\n∫ u du'],
  'MSC-03': ['Let A and B be invertible matrices. Simplify (AB)^{-1}.', '(AB)^{-1} = A^{-1}B^{-1}', '(AB)^{-1} = B^{-1}A^{-1}'],
  'MSC-04': ['Let A and B be 2×2 matrices. Expand (A + B)².', '(A + B)² = A² + 2AB + B²', '(A + B)² = A² + AB + BA + B²'],
  'MSC-05': ['Let A and B be 2×2 matrices. Simplify det(A + B).', 'det(A + B) = det A + det B', 'det(A + B) = det(B + A)'],
  'MSC-06': ['Let A be a 3×3 matrix with det A = 1. Find det(2A).', 'det(2A) = 2 det A = 2', 'det(2A) = 2³ det A = 8'],
  'MSC-09': ['Work out (2n)! for n = 3.', '(2·3)! = 2·3! = 12', '(2·3)! = 6! = 720'],
  'MSC-17': ['Find the area of a circle of radius 3.', 'A = (π·3)² = 9π²', 'A = π·3² = 9π'],
  'MSC-22': ['Find |u + v| for u = (3, 0) and v = (0, 4).', '|u + v| = |u| + |v| = 3 + 4 = 7', '|u + v| = |(3, 4)| = 5'],
};

function rowsOf({ id, ...rule }: MalRule, which: 'wrong' | 'right') {
  const [problem, wrong, right] = SPELLED[id] ?? [];
  const lines = which === 'wrong' ? wrong : right;
  return problem === undefined || lines === undefined
    ? rowsFor(workOf({ id, ...rule }, rule[which]))
    : [{ id: 0, problem, steps: lines.split('\n') }];
}

const mistakesIn = (rule: MalRule, which: 'wrong' | 'right') =>
  rowsOf(rule, which).flatMap(row => {
    const { finding } = checkRow(row);
    return finding.kind === 'mistake' ? [finding.correction] : [];
  });

/** What the checker names in the rule's line, then the causes that fit its two sides. */
function namedFor(rule: MalRule): readonly string[] {
  const { known, above, below } = workOf(rule, rule.wrong);
  const [from, written] = [above, below].map(text => parseStatement(text).statement);
  const given = known.flatMap(text => parseStatement(text).statement ?? []);
  const causes = from && written ? diagnose(from, written, { given }).map(({ rule: id }) => id) : [];
  const said = mistakesIn(rule, 'wrong').flatMap(({ mistake }) => mistake ?? []);
  return [...new Set([...said, ...causes].map(id => ruleById(id)?.ref ?? id))].slice(0, 2);
}

const counts = { refuted: 0, first: 0, shown: 0, flagged: 0 };
for (const rule of rules) {
  const refuted = mistakesIn(rule, 'wrong').length > 0;
  const named = namedFor(rule);
  const flagged = mistakesIn(rule, 'right').length > 0;
  counts.refuted += Number(refuted);
  counts.first += Number(named[0] === rule.id);
  counts.shown += Number(named.includes(rule.id));
  counts.flagged += Number(flagged);
  if (show !== undefined && (!refuted || named[0] !== rule.id || flagged))
    console.log(
      `${rule.id}${refuted ? '' : ' NOT REFUTED'}${flagged ? ' RIGHT FLAGGED' : ''} ${rule.given} → ${rule.wrong}: ${named.join(', ')}`,
    );
}
const share = (part: number): string => `${part} of ${rules.length} = ${((100 * part) / rules.length).toFixed(1)} %`;
console.log(
  `refuted ${share(counts.refuted)}; named first ${share(counts.first)}, in the two shown ${share(counts.shown)}; right lines flagged ${counts.flagged}`,
);
