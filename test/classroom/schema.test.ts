import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readSet } from '../../src/classroom/set/read.ts';
import { problemSchema } from '../../src/classroom/set/schema.ts';

test('the JSON schema in docs is that of the problem block (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(problemSchema, { io: 'input', unrepresentable: 'any' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/problem-set.schema.json');
});

test('a set of the first version reads as it did', () => {
  const { set, faults } = readSet(readFileSync(join(import.meta.dirname, 'fixtures/set-v1.md'), 'utf8'));
  expect(faults).toEqual([]);
  const plain = set.problems.map(({ places: _places, ...problem }) => problem);
  expect({ ...set, problems: plain }).toEqual(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/set-v1.json'), 'utf8')));
});
