import { num, relation } from '../math/build.ts';
import type { Comparison } from '../math/comparison.ts';
import { someNode } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import type { Claim, Step } from '../solution/solution.ts';
import { expressionIn, plainProblem, plainText } from './asked/text.ts';
import { isBounded } from './cases.ts';
import { doubtIn } from './doubt.ts';
import { type Judged, refuted, wrong } from './judged.ts';
import { divisorsIn, lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

const ASKS =
  /^(?:find|determine|state|give|what is|write(?: down)?) (?:the )?(?:natural |maximal |largest(?: possible)? |implied |real )?domain(?: of definition)? of (?:the )?(?:real )?(?:function )?(?:given by )?(?:[a-zA-Z]\s*\(\s*x\s*\)|y) = ([^=;]+?)[.?]?$/i;

const domains = new WeakMap<Scene, Statement | null>();

/** Where the function of the problem is defined: roots of what is not negative, logarithms of what is positive, no division by 0. Null where it asks for no domain. */
function domainOf(scene: Scene): Statement | null {
  const before = domains.get(scene);
  if (before !== undefined) return before;
  const rule = expressionIn(ASKS.exec(plainProblem(scene.solution.problem))?.[1]);
  const found = rule && lettersIn(rule).join() === 'x' ? conditionsOf(rule) : null;
  domains.set(scene, found);
  return found;
}

function conditionsOf(rule: Expr): Statement | null {
  const parts: Statement[] = divisorsIn(rule).map(den => relation(den, '≠', num(0)));
  let known = true;
  someNode(rule, node => {
    if (
      node.kind === 'power' &&
      lettersIn(node.exponent).length + (evaluateExact(node.exponent)?.d === 1n ? 0 : 1) > 0 &&
      lettersIn(node.base).length > 0
    )
      known = false;
    if (node.kind !== 'call' || lettersIn(node).length === 0) return false;
    const [of, index] = node.args;
    const even = node.fn === 'sqrt' || (node.fn === 'root' && index !== undefined && (evaluateExact(index)?.n ?? 1n) % 2n === 0n);
    if (of && even) parts.push(relation(of, '≥', num(0)));
    else if (of && /^(?:ln|log)$/.test(node.fn) && (index === undefined || lettersIn(index).length === 0))
      parts.push(relation(of, '>', num(0)));
    else if (!/^(?:abs|exp|sin|cos|root|arctan)$/.test(node.fn)) known = false;
    return false;
  });
  const [only] = parts;
  return !known || !only ? null : parts.length === 1 ? only : { kind: 'and', parts, span: NOWHERE };
}

/** Words that look at a part of the line, at what is left out, or at signs. */
const ASIDE =
  /\b(?:not|undefined|never|no|negative|positive|cases?|if|when|for|test|sign|exclud\w*|outside|without|except|between|increas\w*|decreas\w*|range|but|would|where|gives|trouble|problems?|check\w*|impossible)\b|[+−-]\s*(?:,|$)/i;

/** `x + 2 > 0` for √(x + 2): a condition that shuts out values for which the function is defined. */
export function judgeCondition(scene: Scene, claim: Claim, sentence: string): Judged | null {
  const domain = domainOf(scene);
  const { statement } = claim;
  if (!domain || !statement || lettersIn(statement).join() !== 'x' || isBounded(claim) || claim.link === 'given' || claim.link === 'check')
    return null;
  const ordered = statement.kind === 'member' ? !statement.negated : isOrder(statement);
  if (
    !ordered ||
    doubtIn(claim) !== null ||
    ASIDE.test(
      sentence.replace(
        /\bis not allowed\b|\bthe (?:root|logarithm) to be defined\b|\bfor (?:the|a) (?:square )?(?:root|logarithm|log)\b/gi,
        ' ',
      ),
    )
  )
    return null;
  const found = looseLogarithm(scene, domain, statement, sentence) ?? scene.decider.linesAnywhere(domain, statement);
  if (found.kind !== 'narrower' && found.kind !== 'different') return null;
  return wrong(found.witness, claim.range, { kind: 'line', claim, from: domain, written: statement, side: null });
}

const isOrder = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.length > 0 && statement.relations.every(link => '<>≤≥'.includes(link))
    : (statement.kind === 'and' || statement.kind === 'or') &&
      statement.parts.some(isOrder) &&
      statement.parts.every(part => isOrder(part) || isOther(part));

const isOther = (statement: Statement): boolean => statement.kind === 'chain' && statement.relations.every(link => link === '≠');

/** `x − 4 ≥ 0` for ln(x − 4): the condition itself, with 0 let in. Null for any other. */
function looseLogarithm({ decider }: Scene, domain: Statement, written: Statement, sentence: string): Comparison | null {
  const strict = (domain.kind === 'and' ? domain.parts : [domain]).filter(part => part.kind === 'chain' && part.relations.join() === '>');
  const loose = strict.filter(
    part => part.kind === 'chain' && decider.linesAnywhere({ ...part, relations: ['≥'] }, written).kind === 'same',
  );
  const [part] = loose;
  const found = part && !/≠|\\neq?\b/.test(sentence) ? decider.linesAnywhere(written, part) : null;
  return found?.kind === 'narrower' ? found : null;
}

const TOLD =
  /^[\s$]*(?:(?:so|thus|therefore|hence|the|natural|maximal|answer)[\s:,]+)*(?:domain(?: of (?:[a-z]|the function))?|D(?:_?[a-z])?)[\s$]*(?:=|:|is|∈)\s*([^a-zA-Z]*(?:\\(?:cup|infty|left|right|mathbb\{R\}|setminus)|[∪∞UxRℝ]|[^a-zA-Z])*)[.\s$]*$/;

/** 'domain: [3, ∞)', `D = (−2, 1) ∪ (1, ∞)`: the set that the work ends with. */
export function judgeDomain(scene: Scene, { text, range }: Step): Judged | null {
  const domain = domainOf(scene);
  const written = domain && TOLD.exec(plainText(text))?.[1];
  if (!domain || !written) return null;
  const { statement, problems } = parseStatement(/[<>≤≥]/.test(written) ? written : `x ∈ ${written}`);
  if (!statement || problems.length > 0 || lettersIn(statement).join() !== 'x') return null;
  const found = scene.decider.linesAnywhere(domain, statement);
  if (found.kind === 'same' || found.kind === 'unknown') return null;
  return refuted(found.witness, range);
}
