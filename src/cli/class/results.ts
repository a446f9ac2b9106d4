import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmedRow } from '../../classroom/exports/training.ts';
import { studentFeedback } from '../../classroom/reports/feedback.ts';
import { pseudonyms } from '../../classroom/reports/pseudonyms.ts';
import { openStore, type Store } from '../../classroom/submissions/store.ts';
import { problemsFor } from '../../classroom/submissions/submission.ts';
import { type Call, text, UsageError } from '../command.ts';
import { openSet } from './set.ts';

/** Puts the results of several parts together: `lema class merge all.db part1.db part2.db`. */
export async function merge(call: Call): Promise<number> {
  const [into, ...parts] = call.files;
  if (into === undefined || parts.length === 0)
    throw new UsageError("name the result file to write and the parts: 'lema class merge all.db part1.db part2.db'");
  const missing = parts.find(part => !existsSync(part));
  if (missing !== undefined) throw new UsageError(`${missing}: no such file`);
  const store = openStore(into, true);
  try {
    for (const part of parts) withStore(part, from => store.merge(from));
  } finally {
    store.close();
  }
  call.io.stdout.write(`${parts.length} result files merged into ${into}\n`);
  return 0;
}

/** A teacher's own mark: `lema class override results.db --student ann --problem two-steps --points 2 --reason "…"`. */
export async function override(call: Call): Promise<number> {
  const [file] = call.files;
  const [student, problem, points, reason] = ['student', 'problem', 'points', 'reason'].map(name => text(call, name));
  if (file === undefined || student === undefined || problem === undefined || points === undefined || !reason?.trim())
    throw new UsageError(
      'say whose mark and why: \'lema class override results.db --student ann --problem two-steps --points 2 --reason "…"\'',
    );
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const value = Number(points);
  if (points.trim() === '' || !Number.isFinite(value) || value < 0) throw new UsageError(`--points takes a number from 0, not '${points}'`);
  withStore(file, store => {
    const work = store.result(student)?.results.find(r => r.problem === problem);
    if (!work) throw new UsageError(`there is no work of '${student}' on '${problem}' in ${file}`);
    if (value > work.mark.of) throw new UsageError(`'${problem}' has ${work.mark.of} points at most`);
    store.override({ student, problem, points: value, reason, at: new Date().toISOString(), consent: call.values.consent === true });
  });
  return 0;
}

/** Writes a page for each student with their own work, its marks and the help the set allows: `lema class feedback set.md results.db --out folder`. */
export async function feedback(call: Call): Promise<number> {
  const [setFile, file] = call.files;
  const out = text(call, 'out');
  if (setFile === undefined || file === undefined || out === undefined)
    throw new UsageError("name the set, the results and where to write: 'lema class feedback set.md results.db --out feedback'");
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const { set } = openSet(setFile);
  let count = 0;
  withStore(file, store => {
    mkdirSync(out, { recursive: true });
    for (const result of store.results()) {
      const own = store.overrides().filter(one => one.student === result.student);
      const page = studentFeedback(set.title, problemsFor(set, result.student), result, own);
      writeFileSync(join(out, `${result.student.replace(/[^\p{L}\p{N}._-]/gu, '_')}.feedback.md`), page);
      count++;
    }
  });
  call.io.stdout.write(`${count} pages written to ${out}\n`);
  return 0;
}

/** The work that a teacher marked anew and whose student agreed, without names: `lema class training set.md results.db > rows.jsonl`. */
export async function training(call: Call): Promise<number> {
  const [setFile, file] = call.files;
  if (setFile === undefined || file === undefined)
    throw new UsageError("name the set and the results: 'lema class training set.md results.db > rows.jsonl'");
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const { set } = openSet(setFile);
  withStore(file, store => {
    const name = pseudonyms(store.salt());
    const names = [...store.digests().keys()];
    for (const one of store.overrides().filter(({ consent }) => consent)) {
      const row = confirmedRow(problemsFor(set, one.student), store.result(one.student), one, name(one.student), names);
      if (row !== null) call.io.stdout.write(`${JSON.stringify(row)}\n`);
    }
  });
  return 0;
}

function withStore(file: string, use: (store: Store) => void): void {
  const store = openStore(file);
  try {
    use(store);
  } finally {
    store.close();
  }
}
