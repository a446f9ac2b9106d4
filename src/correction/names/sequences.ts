import { num } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { lettersIn } from '../letters.ts';
import { FROM_ZERO, progressionIn, valueIn } from '../progressions.ts';
import type { Scene } from '../scene.ts';
import { type Name, plainLabel } from './name.ts';

const STEP = /\b([a-zA-Z])_\{n ?\+ ?1\} = ([^,;:]+?)(?=[,;]| with\b| and\b| for\b| where\b|\.(?:\s|$)|$)/;
const RULE = /\b([a-zA-Z])_n = ([^,;:]+?)(?=[,;]| with\b| and\b| for\b| where\b|\.(?:\s|$)|$)/;
/** So many terms are worked out. */
const MOST = 25;

/** The terms of the sequence that the problem gives by its first one and a step, or by a formula. */
export function sequenceNames(_: Scene, problem: string): readonly Name[] {
  const plain = plainLabel(problem);
  const [, name = '', next = ''] = STEP.exec(plain) ?? [];
  if (name !== '') return recursive(plain, name, next);
  const [, letter = '', formula = ''] = RULE.exec(plain) ?? [];
  const body = letter === '' ? null : parseExpression(formula).expr;
  if (!body || lettersIn(body).join() !== 'n') return [];
  const at = (n: Expr): Expr => substitute(body, 'n', n);
  const following: Expr = { kind: 'sum', terms: [{ kind: 'symbol', name: 'n', span: body.span }, num(1)], span: body.span };
  return [
    ...Array.from({ length: MOST }, (_one, k) => term(letter, k, at(num(k)))),
    { what: `${letter}_{n+1}`, is: new RegExp(String.raw`(?:^|[^\w])${letter}_\{n ?\+ ?1\}$`), values: [[at(following)]] },
  ];
}

const term = (letter: string, place: number, value: Expr): Name => ({
  what: `${letter}_${place}`,
  is: new RegExp(String.raw`(?:^|[^\w])${letter}_${place}$`),
  values: [[value]],
});

function recursive(problem: string, letter: string, next: string): readonly Name[] {
  const [, place = '', first = ''] = new RegExp(String.raw`\b${letter}_([01]) = ([-−]?\d+(?:/\d+)?)(?![\d.])`).exec(problem) ?? [];
  const body = parseExpression(next.replace(new RegExp(String.raw`${letter}_n(?!\w)`, 'g'), '(q)')).expr;
  const start = first === '' ? null : parseExpression(first).expr;
  if (!body || !start || lettersIn(body).some(one => one !== 'q' && one !== 'n')) return [];
  const found: Name[] = [];
  let value: Expr = start;
  for (let k = Number(place); found.length < MOST; k++) {
    found.push(term(letter, k, value));
    const exact = evaluateExact(substitute(substitute(body, 'q', value), 'n', num(k)));
    if (!exact || exact.d > 10n ** 12n) break;
    value = num(exact);
  }
  return found.slice(1);
}

const SUM = /\bsum (?:of (?:the )?first (\d+) terms|to (infinity))\b/i;

/** The sum of so many first terms, or of all, of the progression that the problem gives. */
export function progressionNames(scene: Scene, problem: string): readonly Name[] {
  const [, count = countOf(problem), endless] = SUM.exec(problem) ?? [];
  const lines = scene.solution.steps.map(({ text }) => text).join(' ');
  const progression = (count ?? endless) === undefined || FROM_ZERO.test(lines) ? null : progressionIn(problem);
  const value = progression && valueIn(progression, count === undefined ? 'S_∞' : `S_${count}`);
  if (!value) return [];
  const own = count === undefined ? '(?:∞|\\\\infty|n)' : `(?:${count}|n)`;
  const is = new RegExp(
    String.raw`^(?:S(?:_?\{?${own}\}?)?|(?:the )?sum(?: to infinity| of (?:the )?first ${count ?? 'n'} terms)?(?: is)? ?:?)$`,
    'i',
  );
  return [{ what: 'the sum', is, values: [[num(value)]], alone: true }];
}

/** How many terms a progression has that the problem writes out to its last one: `5 + 10 + … + 640`. */
function countOf(problem: string): string | undefined {
  const last = /(?:…|\.{3}|\\[lc]?dots)\s*[+,]\s*(\d+)(?!\d|\.\d)/.exec(problem)?.[1];
  const progression = last === undefined ? null : progressionIn(problem);
  const place =
    progression &&
    Array.from({ length: 100 }, (_, k) => k + 1).find(
      k => evaluateExact(num(valueIn(progression, `a_${k}`) ?? 0))?.n === BigInt(last ?? 0),
    );
  return place ? String(place) : undefined;
}
