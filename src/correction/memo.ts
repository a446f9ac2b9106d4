import type { Expr, Statement } from '../math/expr.ts';
import type { Rational } from '../math/rational.ts';

/** Remembers what was decided, by what was asked, so that a check after one edit judges again only what changed. */
export interface Memo {
  recall<T>(key: string, decide: () => T): T;
}

/** A memo of at most `capacity` decisions; when it is full the older half is forgotten. */
export function createMemo(capacity = 20_000): Memo {
  let recent = new Map<string, unknown>();
  let older = new Map<string, unknown>();
  return {
    recall<T>(key: string, decide: () => T): T {
      const found = recent.get(key);
      if (found !== undefined || recent.has(key)) return found as T;
      const known = older.has(key);
      const value = known ? (older.get(key) as T) : decide();
      if (recent.size >= capacity / 2) {
        older = recent;
        recent = new Map();
      }
      recent.set(key, value);
      return value;
    },
  };
}

/** A function of a text that remembers what the last texts gave: a check asks for the same ones many times, and so do the checks of other solutions of its problem. */
export function remembered<T>(read: (text: string) => T, capacity = 256): (text: string) => T {
  const memo = createMemo(capacity);
  let last: { readonly text: string; readonly value: T } | undefined;
  return text => {
    if (last?.text !== text) last = { text, value: memo.recall(text, () => read(text)) };
    return last.value;
  };
}

const keys = new WeakMap<object, string>();

/** A text that two trees share exactly when they are the same but for their spans. */
export function keyOf(tree: object): string {
  const known = keys.get(tree);
  if (known !== undefined) return known;
  const key = written(tree);
  keys.set(tree, key);
  return key;
}

/** Short for what a line is mostly made of: keys are compared letter by letter. */
function written(tree: object): string {
  if (Array.isArray(tree)) return `[${tree.map(part).join(',')}]`;
  const node = tree as Expr | Statement;
  switch (node.kind) {
    case 'number': {
      const { n, d } = node.value;
      return `#${n}${d === 1n ? '' : `/${d}`}${node.decimals === null ? '' : `.${node.decimals}`} `;
    }
    case 'symbol':
      return `${node.name.length}${node.name} `;
    case 'sum':
      return group('+', node.terms);
    case 'product':
      return group(node.implicit ? '_' : '*', node.factors);
    case 'quotient':
      return `(${node.bar ? '|' : '/'}${written(node.num)}${written(node.den)})`;
    case 'power':
      return `(^${written(node.base)}${written(node.exponent)})`;
    case 'negate':
      return `(-${written(node.arg)})`;
    default:
      return byFields(tree);
  }
}

function group(sign: string, parts: readonly Expr[]): string {
  let key = `(${sign}`;
  for (let i = 0; i < parts.length; i++) key += written(parts[i] as Expr);
  return `${key})`;
}

function byFields(tree: object): string {
  const fields = tree as Readonly<Record<string, unknown>>;
  let key = '(';
  for (const name in fields) if (name !== 'span') key += `${part(fields[name])} `;
  return `${key})`;
}

/** Parts are written out: they are many and small, and not worth remembering. */
function part(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return isRational(value) ? `${value.n}/${value.d}` : written(value);
}

const isRational = (value: object): value is Rational => 'n' in value && typeof value.n === 'bigint';
