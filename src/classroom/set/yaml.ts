import { isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Range } from '../../solution/solution.ts';
import type { Fault } from './set.ts';

export interface ReadYaml<T> {
  /** Null when it could not be read; the faults say why. */
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** The narrowest written range for a path; null when nothing of it is written. */
  readonly rangeOf: (path: readonly PropertyKey[]) => Range | null;
}

/** Reads the YAML in `text` at `range` through a schema. Every fault has its place in `text`. Aliases are refused: a set is data of one page. */
export function readYaml<T>(text: string, range: Range, schema: z.ZodType<T>): ReadYaml<T> {
  const source = text.slice(range.start, range.end);
  const document = parseDocument(source, { prettyErrors: false, maxAliasCount: 0 } as Parameters<typeof parseDocument>[1]);
  const at = (start: number, end: number): Range => ({
    start: range.start + start,
    end: range.start + Math.max(start, Math.min(end, source.length)),
  });
  const rangeOf = (path: readonly PropertyKey[]): Range | null => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0], node.range[1]);
    }
    return null;
  };
  const fault = (message: string, where: Range, code: string): Fault => ({ severity: 'error', message, range: where, code });
  if (document.errors.length > 0) {
    const faults = document.errors.map(error => fault(`This is not YAML: ${firstLine(error.message)}`, at(...error.pos), 'yaml'));
    return { value: null, faults, rangeOf };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    return { value: null, faults: [fault(`This is not YAML of a set: ${(error as Error).message}`, range, 'yaml')], rangeOf };
  }
  const read = schema.safeParse(plain);
  if (read.success) return { value: read.data, faults: [], rangeOf };
  const faults = read.error.issues.map(issue => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = [...issue.path, ...unknown.slice(0, 1)];
    const message =
      unknown.length > 0
        ? `${unknown.map(key => `'${key}'`).join(', ')} is not known here`
        : `${path.join('.') || 'This'}: ${issue.message}`;
    return fault(message, rangeOf(path) ?? range, 'schema');
  });
  return { value: null, faults, rangeOf };
}

const firstLine = (message: string): string => message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? message;
