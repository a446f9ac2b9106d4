import { minus, num, product, quotient } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { entriesOf } from '../known-values.ts';
import { type FunctionRule, isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';
import { dot, norm } from './vectors.ts';

const VALUE = String.raw`([-−–]?\s*(?:π|\\pi|[\d.]+(?:\s*/\s*\d+)?π?))`;
const INTERVAL = new RegExp(
  String.raw`(?:\[\s*${VALUE}\s*[,;]\s*${VALUE}\s*\]|(?:from|between) (?:[a-z] = )?${VALUE} (?:to|and) (?:[a-z] = )?${VALUE})`,
);

/** The only function of one letter that the problem gives. */
function ruleOf(scene: Scene, letters: (count: number) => boolean): FunctionRule | null {
  const rules = [...scene.functions]
    .filter(([name, { variables }]) => /^[a-zA-Z]$/.test(name) && letters(variables.length))
    .map(([, rule]) => rule);
  const [rule, ...more] = new Set(rules);
  return rule && more.length === 0 ? rule : null;
}

/** 'the average rate of change on [1, 3]', 'the average value on [0, 2]'. */
export function averageNames(scene: Scene, problem: string): readonly Name[] {
  const rule = ruleOf(scene, count => count === 1);
  const [, ...ends] = INTERVAL.exec(problem) ?? [];
  const [a, b] = ends.flatMap(text => (text === undefined ? [] : (parseExpression(text).expr ?? [])));
  const [variable] = rule?.variables ?? [];
  if (!rule || !a || !b || variable === undefined) return [];
  const at = (x: Expr): Expr => substitute(rule.body, variable, x);
  if (/\brate of change\b/i.test(problem)) {
    const steepness = quotient(minus(at(b), at(a)), minus(b, a));
    return [
      {
        what: 'the average rate of change',
        is: /(?:Δ ?\w+ ?\/ ?Δ ?\w+|\baverage rate(?: of change)?(?: is)? ?:?|\bAR(?:O)?C)$/i,
        values: [[steepness]],
      },
    ];
  }
  const area: Expr = { kind: 'integral', body: rule.body, variable, bounds: { lower: a, upper: b }, span: NOWHERE };
  return [
    {
      what: 'the average value',
      is: /(?:\b(?:average|mean)(?: value)?(?: of \w+)?(?: is)? ?:?|f_(?:avg|av|ave|mean))$/i,
      values: [[quotient(area, minus(b, a))]],
    },
  ];
}

const POINT = /\bat (?:the point )?[A-Z]?\s*(\([^()]+\))/i;
const DIRECTION = /\bdirection (?:of )?(?:the )?(?:vector )?(?:\\?\w+\s*=\s*)?(\([^()]+\))/i;

/** The gradient of the only function of several letters, and its slope in a direction. */
export function gradientNames(scene: Scene, problem: string): readonly Name[] {
  const rule = ruleOf(scene, count => count > 1);
  const general = rule?.variables.map(name => differentiate(rule.body, name));
  if (!rule || !general || general.some(part => part === null)) return [];
  const slopes = general.filter(part => part !== null);
  const entries = (text: string | undefined): readonly Expr[] | null => {
    const { expr } = text === undefined ? { expr: null } : parseExpression(text);
    const found = expr && entriesOf(expr);
    return found?.length === slopes.length ? found : null;
  };
  const [place, along] = [entries(POINT.exec(problem)?.[1]), entries(DIRECTION.exec(problem)?.[1])];
  const there = place && slopes.map(part => rule.variables.reduce((expr, name, i) => substitute(expr, name, place[i] ?? num(0)), part));
  const steep = there && along && quotient(dot(there, along), norm(along));
  return [
    {
      what: 'the gradient',
      is: /(?:∇ ?[a-z]|\bgrad(?:ient)?(?: of)?(?: [a-z])?)(?: ?\([^()]*\))?(?: is)? ?:?$/i,
      values: there ? [there, slopes] : [slopes],
    },
    ...(steep
      ? [
          {
            what: 'the slope in this direction',
            is: /(?:^|\W)(?:D(?:_\w+)?(?: ?f)?(?: ?\([^()]*\))?|directional derivative(?: is)?|derivative in (?:the|this) direction(?: is)?) ?:?$/,
            values: [[steep]],
          },
        ]
      : []),
  ];
}

const ROOT = /\b(square|cube|fourth|fifth|sixth) roots? of \$?([^,;.]+?)\$?(?: in|,|\.|$)/i;
const DEGREES: Readonly<Record<string, number>> = { square: 2, cube: 3, fourth: 4, fifth: 5, sixth: 6 };

/** Complex roots: each value that a line gives, raised to their power, is the number whose roots they are. */
export function rootNames(_: Scene, problem: string): readonly Name[] {
  const [, degree = '', text = ''] = ROOT.exec(problem) ?? [];
  const of = text === '' ? null : parseExpression(text).expr;
  const n = DEGREES[degree.toLowerCase()];
  if (!of || n === undefined || !isClosed(of) || !/(?<![a-z])i(?![a-z])|complex|-/.test(problem)) return [];
  return [
    {
      what: `the number whose ${degree} roots are looked for`,
      is: /(?:\broots?|\bothers?|\bone|^[zw](?:_\w+)?)(?: root)?(?: is| are)? ?:?$/i,
      values: [],
      fits: ([w, ...more]) => (w && more.length === 0 && isClosed(w) ? [[product(...Array.from({ length: n }, () => w)), of]] : []),
    },
  ];
}
