import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAt, readPlaces } from '../../src/lema/files/places.ts';
import { type CorrectionRow, correctionRow, problemRow } from '../../src/lema/records.ts';
import { type Decisions, decide, type ReviewRow, readDecisions, settle } from '../../src/lema/review/reviews.ts';
import { bySource, survey } from '../../src/lema/review/survey.ts';
import { learnFolder, proposed } from './learn-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lema-review-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = '2026-01-01T00:00:00.000Z';
const first = proposed[0] as CorrectionRow;
const named = (id: string, from: CorrectionRow['from'] = 'teacher'): CorrectionRow => ({ ...first, id, from });
const file = (name: string) => join(folder, name);
const lines = (name: string): string[] => (existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : []);
const ids = (name: string): string[] => lines(name).map(line => JSON.parse(line).id);
const accept = (id: string): ReviewRow => ({ id, decision: 'accept', row: named(id), at });
const look = () => survey(folder, new AbortController().signal, () => {});

describe('decisions', () => {
  const decision = fc.record({ id: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('accept', 'edit', 'reject', 'undo') });

  test('the accepted rows are those of the decisions that stand, whatever was decided in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { maxLength: 12 }), async all => {
        rmSync(file('reviews.jsonl'), { force: true });
        rmSync(file('accepted.jsonl'), { force: true });
        const decisions: Decisions = new Map();
        const standing = new Map<string, string>();
        for (const { id, kind } of all) {
          const kept = kind === 'accept' || kind === 'edit';
          await decide(folder, decisions, { id, decision: kind, ...(kept ? { row: named(id) } : {}), at } as ReviewRow);
          standing.delete(id);
          if (kept) standing.set(id, kind);
        }
        expect(ids('accepted.jsonl').sort()).toEqual([...standing.keys()].sort());
        expect(lines('reviews.jsonl')).toHaveLength(all.length);
        expect([...(await readDecisions(folder))]).toEqual([...decisions]);
      }),
      { numRuns: 40 },
    );
  });

  test('a line that a crash cut off spoils neither itself nor the next one', async () => {
    await decide(folder, new Map(), accept('a'));
    appendFileSync(file('reviews.jsonl'), '{"id":"b","decisi');
    const decisions = await readDecisions(folder);
    expect([...decisions.keys()]).toEqual(['a']);
    await decide(folder, decisions, accept('c'));
    expect([...(await readDecisions(folder)).keys()]).toEqual(['a', 'c']);
  });

  test('an accepted row that a crash left out is written when the folder is read, and one that was taken back is taken out', async () => {
    const decisions: Decisions = new Map();
    await decide(folder, decisions, accept('a'));
    await decide(folder, decisions, { id: 'b', decision: 'reject', reason: 'no', at });
    writeFileSync(file('accepted.jsonl'), `${JSON.stringify(named('b'))}\n`);
    await look();
    expect(ids('accepted.jsonl')).toEqual(['a']);
  });

  test('rows that nobody decided of here stay, and nothing is written when all is in line', async () => {
    writeFileSync(file('accepted.jsonl'), `${JSON.stringify(named('mine'))}\n`);
    await decide(folder, new Map(), accept('a'));
    const before = readFileSync(file('accepted.jsonl'), 'utf8');
    expect((await settle(folder, await readDecisions(folder))).map(({ id }) => id)).toEqual(['mine']);
    expect(readFileSync(file('accepted.jsonl'), 'utf8')).toBe(before);
    await decide(folder, await readDecisions(folder), { id: 'a', decision: 'undo', at });
    expect(ids('accepted.jsonl')).toEqual(['mine']);
  });
});

describe('a folder', () => {
  test('what waits are the corrections of models and teachers, each once', async () => {
    learnFolder(folder);
    writeFileSync(file('corrections-again.jsonl'), lines('corrections.jsonl').join('\n'));
    const { waiting, counts, faults } = await look();
    expect(waiting.map(({ id }) => id).sort()).toEqual(['m-1', 'm-2', 'm-3', 'm-4']);
    expect(bySource(counts)).toEqual({ planted: 30, right: 30, model: 3, teacher: 1 });
    expect(faults.count).toBe(0);
  });

  test('an accepted correction counts as the teacher’s, and a rejected one not at all; the source rows are not touched', async () => {
    learnFolder(folder);
    const before = readFileSync(file('corrections.jsonl'), 'utf8');
    const decisions: Decisions = new Map();
    await decide(folder, decisions, accept('m-1'));
    await decide(folder, decisions, { id: 'm-2', decision: 'reject', reason: 'no', at });
    const { waiting, counts } = await look();
    expect(waiting.map(({ id }) => id)).toEqual(['m-3', 'm-4']);
    expect(bySource(counts)).toEqual({ planted: 30, right: 30, model: 1, teacher: 2 });
    expect(readFileSync(file('corrections.jsonl'), 'utf8')).toBe(before);
  });

  test('lines that are no corrections are counted and named, and the rest is read', async () => {
    writeFileSync(file('corrections.jsonl'), `{"id":1}\nnot JSON\n\n${JSON.stringify(first)}\n`);
    const { waiting, faults } = await look();
    expect(waiting).toHaveLength(1);
    expect(faults.count).toBe(2);
    expect(faults.first[1]).toMatch(/^corrections\.jsonl:2: /);
  });

  test('one that is not there holds nothing', async () => {
    const { waiting, files } = await survey(file('none'), new AbortController().signal, () => {});
    expect([waiting, files]).toEqual([[], []]);
  });

  test('reading stops when it is told to', async () => {
    learnFolder(folder);
    await expect(survey(folder, AbortSignal.abort(new Error('enough')), () => {})).rejects.toThrow('enough');
  });
});

describe('places', () => {
  const words = fc.stringMatching(/^[ -~äπ√\u2028]{0,40}$/);

  test('every row is found again at its place, whatever the line ends are', async () => {
    const path = file('rows.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, fc.constantFrom('\n', '\r\n', '\n\n'))), fc.boolean(), async (rows, mark) => {
        writeFileSync(
          path,
          (mark ? '\uFEFF' : '') + rows.map(([id, end]) => JSON.stringify({ id, problem: id, answer: '' }) + end).join(''),
        );
        const found: string[] = [];
        for await (const line of readPlaces(path, problemRow)) {
          expect(await readAt(path, line, problemRow)).toEqual({ row: 'row' in line ? line.row : null });
          if ('row' in line) found.push(line.row.id);
        }
        expect(found).toEqual(rows.map(([id]) => id));
      }),
      { numRuns: 40 },
    );
  });

  test('a last line that is still being written is left for later', async () => {
    const path = file('rows.jsonl');
    writeFileSync(path, `${JSON.stringify(first)}\n${JSON.stringify(first).slice(0, 50)}`);
    const found = [];
    for await (const line of readPlaces(path, correctionRow)) found.push(line);
    expect(found).toHaveLength(1);
  });
});
