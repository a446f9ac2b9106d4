import { judgeChain } from '../math/compare.ts';
import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { lettersOf } from '../math/tree.ts';
import { isRange, underConditions } from './conditions.ts';
import { displayFinds, type Find } from './display.ts';
import { formulasIn } from './formulas.ts';
import { linkOf } from './links.ts';
import { applyEdits, type Edit } from './mask.ts';
import { type Maths, scanMaths } from './maths.ts';
import type { Piece, Source } from './pieces.ts';
import { proseFinds } from './prose/finds.ts';
import { withFormulas } from './prose/formulas.ts';
import { refutedAnyway } from './prose/unsure.ts';
import type { Claim, Range } from './solution.ts';
import type { Part } from './steps.ts';

/**
 * The claims of many parts of one document, in the order of the parts; parts do not overlap.
 * Linear in the length of the document: every mark that reads as something else is put in place once, then each claim is parsed where it stands.
 */
export function claimsOf(source: Source, parts: readonly Part[]): Claim[][] {
  const found = parts.map(part =>
    part.pieces.flatMap(piece => findsOf(source, piece, part.bare ?? false)).map(find => settled(source, find)),
  );
  const edits = found.flatMap(finds => finds.flatMap(find => find.readings[0] ?? []));
  const readable = applyEdits(source.masked, edits);
  const named = /\b(?:divided by|factor of)\b/.test(source.masked) ? [...source.masked.matchAll(POLYNOMIAL)] : [];
  const functions = [...new Set([...source.masked.matchAll(DEFINED), ...named].map(match => match[1] ?? match[2] ?? ''))];
  return parts.map((part, index) => linked(source, part.range, found[index] ?? [], readable, functions));
}

/** A find with one reading left: the first that holds as a calculation, else the plainest, or none where the find stands only if it holds. */
function settled(source: Source, find: Find): Find {
  if (find.doubt !== null || (find.readings.length < 2 && find.otherwise === null)) return find;
  const { start, end } = find.range;
  const slice = source.masked.slice(start, end);
  const refuted: boolean[] = [];
  for (const edits of find.readings) {
    const local = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const { statement } = parseStatement(applyEdits(slice, local), { setting: find.setting });
    if (statement?.kind !== 'chain' || statement.relations.length === 0) continue;
    const verdict = judgeChain(statement);
    if (verdict.kind === 'holds') return { ...find, readings: [edits] };
    refuted.push(verdict.kind === 'fails' && find.otherwise !== null && refutedAnyway(find.otherwise, statement, verdict.index));
  }
  return refuted.length === find.readings.length && refuted.every(Boolean) ? find : { ...find, doubt: find.otherwise };
}

/** A function given by a formula: `p(x) = 2x³ − x² + 4`. */
const DEFINED = /(?:(?<![a-zA-Z\\_])([a-zA-Z])|\\(chi|(?:var)?phi|psi|[PS][hs]i))\((\\?[a-z]+)\)\s*=(?=[^=]*\3)/g;

/** The value of a polynomial, where one is divided: `P(2) = 8 + 4 − 1`. */
const POLYNOMIAL = /(?<![a-zA-Z\\_])([PpQq])\(\s*[-−]?\d+\s*\)\s*=/g;

function findsOf(source: Source, piece: Piece, bare: boolean): Find[] {
  const { masked } = source;
  const marked = scanMaths(masked, piece.range, source.dollarIsMaths, source.closers);
  if (piece.kind === 'row') return rowFinds(source, piece, marksOf(marked));
  const maths = marked.length === 0 ? [...derivativesIn(masked, piece.range), ...congruencesIn(masked, piece.range)] : marked;
  const finds: Find[] = [];
  for (const group of joined(masked, maths)) {
    const range = { start: group[0]?.inner.start ?? 0, end: group.at(-1)?.inner.end ?? 0 };
    const kept = displayFinds(masked, range, group.length > 1 ? marksOf(group) : []);
    finds.push(
      ...kept.filter(
        find =>
          hasRelation(masked, find.range) ||
          ((bare || isLeft(masked.slice(piece.range.start, piece.range.end), find, piece.range.start)) &&
            /[-+*/^\\−×÷]/.test(masked.slice(find.range.start, find.range.end))),
      ),
    );
  }
  const hidden = maths.map(({ outer }) => outer);
  const prose = withFormulas(masked, piece.range, hidden, proseFinds(masked, piece.range, hidden));
  return [...finds, ...prose, ...intervalFinds(masked, piece.range)].sort((a, b) => a.range.start - b.range.start);
}

/** 'so we get $12.8 \\times 10^2$': an expression that ends its line is what is left of a calculation. */
const isLeft = (line: string, { range }: Find, start: number): boolean =>
  /^[^$]*\b(?:we (?:now )?(?:have|get|obtain)|(?:this|that|which) (?:gives|leaves|becomes)):? *\$*$/i.test(
    line.slice(0, range.start - start),
  ) && /^\$*\.?\s*$/.test(line.slice(range.end - start));

/** Formulas with derivatives or differentials in a sentence without marks, but for values at a number: `y'(2)` may read as a product. */
function derivativesIn(masked: string, { start, end }: Range): Maths[] {
  const text = masked.slice(start, end);
  if (!/[a-zA-Z]['′’]|(?<![a-zA-Z])d[a-z](?![a-zA-Z])/.test(text)) return [];
  return formulasIn(text)
    .filter(range => /(?<![a-zA-Z])(?:[a-zA-Z]['′’]+\s*[(=]|d[a-z](?![a-zA-Z]))/.test(text.slice(range.start, range.end)))
    .filter(
      range =>
        !/[-+−*/^·=∫√Σ|)\]}]\s*$/.test(text.slice(0, range.start)) && !/^(?:['′’\w]|\s*[-+−*/^·=∫√Σ|([{])/.test(text.slice(range.end)),
    )
    .map(range => ({ start: start + range.start, end: start + range.end }))
    .map(range => ({ outer: range, inner: range, display: false, env: null }));
}

const CONGRUENCE =
  /(?<=^|[,;:→⇒]|\b(?:so|then|thus|hence|and|therefore|gives|when|because|since|if|is|that|is equivalent to))\s*([^,;:→⇒≡=a-zA-Z]+≡[^,;:→⇒]*?\(mod\s*\d+\))/g;

/** `20 ≡ 6 (mod 7)` in a sentence, without letters. */
const congruencesIn = (masked: string, { start, end }: Range): Maths[] =>
  [...masked.slice(start, end).matchAll(CONGRUENCE)].flatMap(match => {
    const text = match[1] ?? '';
    if (/[a-zA-Z]/.test(text.replace('mod', ''))) return [];
    const at = start + match.index + match[0].length - text.length;
    const range = { start: at, end: at + text.length };
    return [{ outer: range, inner: range, display: false, env: null }];
  });

const INTERVAL = String.raw`[\[(]\s*[-−+]?[\d.∞/√π]+\s*[,;]\s*[-−+]?[\d.∞/√π]+\s*[\])]`;
const STATED_SET = new RegExp(
  String.raw`\b(?:solutions?|solution set|answer|interval)\s*(?:is|are|:|=)\s*(${INTERVAL}(?:\s*[∪U]\s*${INTERVAL})*)(?=[\s.]*$)`,
  'gi',
);

/** `x in [−2, 4)` as the whole of a line. */
const WITHIN = new RegExp(
  String.raw`^\s*(?:(?:so|hence|thus|therefore|answer:?),?\s+)?(\p{L}\s+in\s+${INTERVAL}(?:\s*[∪U]\s*${INTERVAL})*)[\s.]*$`,
  'giu',
);

/** 'The solution is [−2, 4).': a set of values that no relation stands before. */
const intervalFinds = (masked: string, { start, end }: Range): Find[] =>
  [STATED_SET, WITHIN]
    .flatMap(form => [...masked.slice(start, end).matchAll(form)])
    .map(match => {
      const from = start + match.index + match[0].length - (match[1] ?? '').length;
      return {
        range: { start: from, end: start + match.index + match[0].length },
        setting: 'display',
        readings: [[]],
        doubt: null,
        otherwise: null,
      };
    });

/** The claims of a row. A dash before a plain line may be a minus or a bullet: the line stands only if it holds in one of the two readings. */
function rowFinds({ masked }: Source, piece: Piece, marks: readonly Edit[]): Find[] {
  const finds = displayFinds(masked, piece.range, marks);
  const [first, ...others] = finds;
  const bullet = /^[-–*+]\s+(?=\S)/.exec(masked.slice(piece.range.start, piece.range.end).trimStart());
  if (first === undefined || piece.plain !== true || bullet === null || masked.charAt(first.range.start) !== bullet[0].charAt(0))
    return finds;
  const [plainest] = first.readings;
  const without = [...(plainest ?? []), { start: first.range.start, end: first.range.start + 1 }];
  const sign = /[-–]/.test(bullet[0]);
  if (!sign) return [{ ...first, readings: [without] }, ...others];
  return [{ ...first, readings: [without, plainest ?? []], otherwise: 'The dash before this may be a minus or a bullet.' }, ...others];
}

/** Mathematics that only an 'or' stands between is one claim. */
function joined(masked: string, maths: readonly Maths[]): Maths[][] {
  const groups: Maths[][] = [];
  for (const one of maths) {
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? '' : masked.slice(last.outer.end, one.outer.start);
    if (/^\s*(?:or|oder)\s*$/.test(between)) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function marksOf(maths: readonly Maths[]): Edit[] {
  return maths.flatMap(({ outer, inner }) => [
    { start: outer.start, end: inner.start },
    { start: inner.end, end: outer.end },
  ]);
}

function hasRelation(masked: string, { start, end }: Range): boolean {
  return /[=<>≤≥≠≈≡]|\\(?:le|ge|ne|lt|gt|leq|geq|neq|approx|equiv|in|sim)(?![a-zA-Z])/.test(masked.slice(start, end));
}

function linked(source: Source, part: Range, finds: readonly Find[], readable: string, functions: readonly string[]): Claim[] {
  return underConditions(source.masked, readClaims(source, part, finds, readable, functions));
}

/** Statements about functions that commas part are claims of their own: `f(0) = 1, f'(0) = 2`. */
function separated(claim: Claim): Claim[] {
  const { statement } = claim;
  if (statement?.kind !== 'and' || !statement.parts.every(part => isEquality(part) || isRange(part))) return [claim];
  if (!statement.parts.some(isOfFunction) && !statement.parts.every(isPart)) return [claim];
  return statement.parts.map(part => ({
    ...claim,
    ...(isRange(part) ? { condition: 'stated' as const } : {}),
    statement: part,
    range: part.span,
    text: claim.text.slice(part.span.start - claim.range.start, part.span.end - claim.range.start),
  }));
}

const isEquality = (part: Statement): boolean =>
  part.kind === 'chain' && part.relations.length > 0 && part.relations.every(link => link === '=');

/** `u = x²`, `v = eˣ`, `du = 2x dx`: the parts of a product or an integral under names of their own. */
function isPart(part: Statement): boolean {
  const [head, ...sides] = part.kind === 'chain' ? part.sides : [];
  if (head?.kind === 'symbol') return /^[uvw]$/.test(head.name) && sides.some(side => lettersOf(side).join() === 'x');
  const [d, letter, ...more] = head?.kind === 'product' ? head.factors : [];
  return d?.kind === 'symbol' && d.name === 'd' && letter?.kind === 'symbol' && more.length === 0;
}

/** `f'(x) = …`, `u' = …`, `dy/dx = …`, `g(2) = …`, `|a| = …`. */
function isOfFunction(part: Statement): boolean {
  const head = part.kind === 'chain' ? part.sides[0] : undefined;
  if (head?.kind === 'symbol') return /^[a-z]'+$/.test(head.name);
  return head?.kind === 'derivative' || (head?.kind === 'call' && /^(?:[a-zA-Z]'*|abs|arg|conj|det)$/.test(head.fn));
}

/** A sign that an operand should stand on the other side of. A dash or plus at the head of a line may be a bullet. */
const OPEN_BEFORE =
  /(?:_|(?<![a-zA-Z])(?:l[gn]|log|sin|cos|tan|cot|sec|csc|exp|arg|arc(?:sin|cos|tan))[ \t]|[\w)}\]²³$°%][ \t]*[·×÷*/^+]|…|\.\.\.|[\d)][ \t]+:)[ \t]*$/;
const OPEN_BEHIND =
  /^(?:['′’](?=[a-z](?![a-z]))|[⁰¹²³⁴-⁹⁻ⁿ^]|[ \t]*(?:∫|∑|\\int(?![a-z]))|[ \t]*[·×÷^](?=[ \t]*[\w(√\\])|[ \t]+:[ \t]+(?:\d|\(|l[gn]\b|√))/;

/** Why a claim is only a piece of what stands there: the calculation begins before it or goes on behind it. */
function cutOff(masked: string, { start, end }: Range): string | null {
  if (OPEN_BEFORE.test(masked.slice(Math.max(0, start - 12), start))) return 'The calculation begins before this.';
  return OPEN_BEHIND.test(masked.slice(end, end + 12)) ? 'The calculation goes on behind this.' : null;
}

function readClaims(source: Source, part: Range, finds: readonly Find[], readable: string, functions: readonly string[]): Claim[] {
  return finds.flatMap((find, index) => {
    const before = source.masked.slice(
      Math.max(index === 0 ? part.start : (finds[index - 1]?.range.end ?? 0), find.range.start - 200),
      find.range.start,
    );
    const behind = source.masked.slice(find.range.end, Math.min(finds[index + 1]?.range.start ?? part.end, find.range.end + 80));
    const text = source.text.slice(find.range.start, find.range.end);
    const label = find.label === undefined ? {} : { label: find.label };
    const commas = /\d,\d/.test(text) && !/\d,\d/.test(source.masked.slice(find.range.start, find.range.end));
    const comma = commas ? { decimalComma: true as const } : {};
    const shared = { text, range: find.range, setting: find.setting, ...label, ...comma, ...linkOf(text, before, behind) };
    const doubt = find.doubt ?? cutOff(source.masked, find.range);
    if (doubt !== null) return [{ ...shared, statement: null, problems: [{ message: doubt, span: find.range }] }];
    const { statement, problems, leading } = parseStatement(readable, { ...find.range, setting: find.setting, functions });
    return separated({ ...shared, statement, problems, ...(leading === undefined ? {} : { leading }) });
  });
}
