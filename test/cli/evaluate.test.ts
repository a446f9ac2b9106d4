import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lema } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-'));
const file = (name: string, rows: readonly unknown[]) => {
  const path = join(folder, name);
  writeFileSync(path, rows.map(r => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n'));
  return path;
};

const problem = 'Solve 2x + 3 = 7.';
const wrong = (id: string, category: string) => ({ id, problem, steps: ['2x + 3 = 7', '2x = 10', 'x = 5'], first_error: 1, category });
const right = { id: 'r', problem, steps: ['2x + 3 = 7', '2x = 4', 'x = 2'], first_error: -1 };
const suspect = { ...right, id: 's', first_error: 0, label_suspect: true };
const gsm = { question: 'How many?', answer: 'There are 3 * 4 = <<3*4=12>>12 pens.\n#### 12' };

describe('lema evaluate', () => {
  const check = (title: string, rows: readonly unknown[], expected: Record<string, unknown>) =>
    it(title, async () => {
      const { code, out } = await lema(['evaluate', '--format', 'json', file(`${title}.jsonl`, rows)]);
      expect({ code, table: JSON.parse(out)[0] }).toMatchObject({ code: 0, table: expected });
    });

  check('counts exact, caught and accused', [wrong('a', ''), right], { scores: { exact: 1, caught: 1, accused: 0, wrong: 1, right: 1 } });
  check('passes over suspect labels', [suspect, right], { scores: { rows: 1 } });
  check('reads solutions with calculator marks as right ones', [gsm], { scores: { rows: 1, right: 1, accused: 0 } });
  check('reads a row whole that holds a sign which ends a line elsewhere', [{ ...right, problem: 'Solve\u2028 2x + 3 = 7.' }, right], {
    scores: { rows: 2, right: 2, accused: 0 },
  });
  check('counts by category', [wrong('a', 'signs'), wrong('b', 'brackets')], {
    categories: { signs: { exact: 1 }, brackets: { exact: 1 } },
  });
  check(
    'counts pairs, matters of policy apart',
    [
      { id: 1, kind: 'expr', a: 'x+x', b: '2x', equivalent: true },
      { id: 2, kind: 'expr', a: 'x/x', b: '1', equivalent: false, tags: ['domain'] },
    ],
    { scores: { plain: { rows: 1, right: 1 }, policy: { rows: 1 } } },
  );

  it('reads the solutions of several models to one problem, and counts those that a repair takes to the answer', async () => {
    const models = {
      question: 'A shop sells 12 coats at $80 each, with $20 off. How much does it take?',
      ground_truth: 'A coat costs 80 - 20 = $<<80-20=60>>60.\nThey take 60 * 12 = $<<60*12=720>>720.\nA: 720',
      small: { is_correct: false, solution: 'A coat costs 80 + 20 = $<<80+20=100>>100.\nThey take 100 * 12 = $1200.\nA: 1200' },
      large: { is_correct: true, solution: 'They take (80 - 20) * 12 = $720.\nA: 720' },
    };
    const { out } = await lema(['evaluate', '--reference', '--format', 'json', file('models.jsonl', [models])]);
    expect(JSON.parse(out)[0].scores).toMatchObject({ wrong: 1, right: 1, caught: 1, repaired: 1, accused: 0 });
  });

  it('shows what was located wrongly, and says which line is no row', async () => {
    const { out } = await lema(['evaluate', '--show', 'wrong', file('show.jsonl', [{ ...wrong('a', ''), first_error: 2 }])]);
    expect(out).toContain('── a');
    const { code, err } = await lema(['evaluate', file('broken.jsonl', [right, '{"id"'])]);
    expect({ code, says: /broken\.jsonl:2: not JSON/.test(err) }).toEqual({ code: 2, says: true });
  });
});
