import { equivalent } from '../../src/math/equivalent.ts';
import type { LabelledPair } from '../pairs.ts';
import { linear, type Spelling } from './calculator.ts';

/** Decides pairs in its own way: null where it cannot tell. What it throws counts as null. */
export type Engine = (pair: LabelledPair) => boolean | null;

const SIDES = /^(.*?)(<=|>=|=|<|>)(.*)$/;

/** `a = b` as the difference of its sides, and an expression as itself. */
function difference(text: string): string | null {
  const found = SIDES.exec(text);
  return found && found[2] !== '=' ? null : found ? `(${found[1]})-(${found[3]})` : text;
}

/** The two texts in the syntax of a calculator, for expressions; equations as the differences of their sides, to be compared up to a factor. */
function differences({ a, b }: LabelledPair, spelling: Spelling): readonly [string, string] | null {
  const [x, y] = [a, b].map(text => linear(text, spelling)).map(text => text && difference(text));
  return x && y ? [x, y] : null;
}

const ours = async (): Promise<Engine> => pair => {
  const assume = typeof pair.assume === 'string' ? [pair.assume] : pair.assume;
  return equivalent({
    a: pair.a,
    b: pair.b,
    kind: pair.kind,
    ...(pair.vars ? { vars: pair.vars } : {}),
    ...(assume ? { assume } : {}),
    ...(pair.up_to_const ? { upToConst: true } : {}),
  }).equivalent;
};

async function kas(): Promise<Engine> {
  const { compare, parse } = await import('@khanacademy/kas');
  return ({ a, b }) => {
    const [x, y] = [parse(a), parse(b)];
    return x.parsed && y.parsed ? compare(x.expr, y.expr, { form: false, simplify: false }).equal : null;
  };
}

async function computeEngine(): Promise<Engine> {
  const { ComputeEngine } = await import('@cortex-js/compute-engine');
  const engine = new ComputeEngine();
  return ({ a, b }) => engine.parse(a).isIdenticallyEqual(engine.parse(b)) ?? null;
}

async function nerdamer(): Promise<Engine> {
  const { default: algebra } = await import('nerdamer-prime');
  return pair => {
    const texts = differences(pair, { power: '^', e: 'e', ln: 'log' });
    if (!texts) return null;
    const [x, y] = texts;
    if (pair.kind === 'expr') return algebra(`simplify((${x})-(${y}))`).toString() === '0';
    return /^-?\d+(\/\d+)?$/.test(algebra(`simplify((${x})/(${y}))`).toString());
  };
}

async function mathjs(): Promise<Engine> {
  const { parse, simplify, symbolicEqual } = await import('mathjs');
  return pair => {
    const texts = differences(pair, { power: '^', e: 'e', ln: 'log' });
    if (!texts) return null;
    if (pair.kind === 'expr') return symbolicEqual(parse(texts[0]), parse(texts[1]));
    return /^-?\d+( ?\/ ?\d+)?$/.test(simplify(`(${texts[0]})/(${texts[1]})`).toString());
  };
}

/** The engines that run on Node, by name. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  ours,
  '@khanacademy/kas': kas,
  '@cortex-js/compute-engine': computeEngine,
  'nerdamer-prime': nerdamer,
  mathjs,
};
