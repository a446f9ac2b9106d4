import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { changes, incomparable, losses } from '../../lema/evaluate/baseline.ts';
import { inFile, inMemory, type Replies } from '../../lema/evaluate/replies.ts';
import { type Result, resultOf } from '../../lema/evaluate/result.ts';
import { run } from '../../lema/evaluate/run.ts';
import { promptOf } from '../../lema/evaluate/tasks.ts';
import { fileHash } from '../../lema/files/digest.ts';
import { StageError } from '../../lema/files/stage.ts';
import type { AskPort } from '../../model/port.ts';
import { type Call, UsageError } from '../command.ts';
import { openPort } from '../model.ts';
import { progressOn } from '../progress.ts';
import { type Plan, planOf } from './plan.ts';
import { labelledRowsIn, problemsIn } from './task.ts';
import { changesText, resultText } from './text.ts';

/** `lema evaluate --model`: asks a model about every row, and measures what it says, alone and beside the proofs. */
export async function evaluateModel(call: Call): Promise<number> {
  const plan = planOf(call);
  const tasks = [];
  for (const file of call.files) tasks.push(await taskOf(file, plan));
  const replies = await openReplies(plan.replies);
  const port = whenAsked(plan.model, () => openPort(plan.model, call));
  const results: Result[] = [];
  const texts: string[] = [];
  try {
    for (const task of tasks) {
      const { result, lines } = await evaluateTask(call, task, plan, port, replies);
      results.push(result);
      texts.push(...lines, resultText(result));
      if (result.stopped !== null) break;
    }
  } catch (error) {
    throw isFileError(error) ? new UsageError(`${plan.replies}: the replies cannot be kept there: ${error.message}`) : error;
  } finally {
    replies.close();
  }
  const [first] = results;
  if (plan.out !== null && first) write(plan.out, first);
  const stopped = results.find(result => result.stopped !== null);
  const found = plan.baseline && first && !stopped ? changes(plan.baseline.result, first) : [];
  if (plan.baseline && found.length > 0) texts.push(changesText(plan.baseline.file, plan.baseline.result, found));
  call.io.stdout.write(plan.asJson ? `[\n${results.map(stored).join(',\n')}\n]\n` : texts.join(''));
  if (!stopped) return losses(found).length > 0 ? 1 : 0;
  const goOn = plan.replies === null ? 'with --replies FILE replies are kept for a second run' : 'the same command goes on from there';
  const why = call.signal.aborted ? '' : `stopped: ${stopped.stopped} `;
  call.io.stderr.write(`lema: ${why}${stopped.rows.length} of ${stopped.task.rows} rows were asked about; ${goOn}\n`);
  return 2;
}

const isFileError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

async function openReplies(file: string | null): Promise<Replies> {
  if (file === null) return inMemory();
  try {
    return await inFile(file);
  } catch (error) {
    if (error instanceof StageError) throw new UsageError(error.message);
    throw new UsageError(`${file}: the replies cannot be kept there: ${(error as Error).message}`);
  }
}

/** A model whose server is looked for with the first question: where every reply is kept, none is needed. */
function whenAsked(model: string, open: () => Promise<AskPort>): AskPort {
  let opened: Promise<AskPort> | null = null;
  return {
    name: model,
    where: '',
    async ask(messages, options) {
      opened ??= open();
      return (await opened).ask(messages, options);
    },
  };
}

/** A file, and what it is measured by. @throws UsageError when the baseline was measured by something else. */
async function taskOf(file: string, plan: Plan) {
  const { model, protocol, split, reference, asking, solve, baseline } = plan;
  const task = solve ? await problemsIn(file, plan) : await labelledRowsIn(file, plan);
  const name = solve ? ('solve' as const) : protocol.name;
  const { temperature, maxTokens } = asking;
  const about = {
    kind: solve ? ('solve' as const) : ('locate' as const),
    task: { file: basename(file), hash: (await fileHash(file)).slice(0, 16), split, rows: task.items.length },
    asked: { model, protocol: name, prompt: promptOf(name), temperature, seeds: [...asking.seeds], maxTokens, reference },
    lema: { version: __LEMA_VERSION__, commit: __LEMA_COMMIT__ },
    date: new Date().toISOString(),
  };
  const why = baseline && incomparable(baseline.result, about);
  if (baseline && why) throw new UsageError(`${baseline.file}: cannot be compared with ${file}: ${why}`);
  return { ...task, about };
}

async function evaluateTask(
  call: Call,
  { items, arms, shown, about }: Awaited<ReturnType<typeof taskOf>>,
  { asking }: Plan,
  port: AskPort,
  replies: Replies,
) {
  const progress = progressOn(call.io.stderr, items.length * asking.seeds.length);
  const { rows, cost, stopped } = await run(items, { ...asking, port, replies, signal: call.signal, onDone: progress.tell }).finally(
    progress.end,
  );
  return { result: resultOf({ ...about, stopped }, arms, rows, cost), lines: shown(rows) };
}

function write(file: string, result: Result): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${stored(result)}\n`);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${(error as Error).message}`);
  }
}

/** A result as JSON, each measured row on a line of its own. */
function stored({ rows, ...rest }: Result): string {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "rows": [\n${rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}`;
}
