import { z } from 'zod';
import { type PlantedRow, plantedProblem, plantIn } from '../lema/plant.ts';
import { allRules, ruleById } from '../mistakes/catalogue.ts';
import { type Call, type Command, choice, number, text, UsageError } from './command.ts';
import { mapRows } from './jsonl.ts';

/** `lema mistakes list` and `lema mistakes make`. */
export const mistakes: Command = {
  options: {
    format: { type: 'string' },
    jsonl: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string' },
    rule: { type: 'string' },
    at: { type: 'string' },
    twins: { type: 'boolean' },
  },
  async run(call) {
    const [what] = call.files;
    if (what === 'list') return list(call);
    if (what === 'make') return call.values.jsonl === true ? makeIn(call) : make(call);
    throw new UsageError(`'lema mistakes list' lists the mistakes and 'lema mistakes make' plants them; '${what ?? ''}' is not known`);
  },
};

function list(call: Call): number {
  const rows = allRules.map(({ id, name, family }) => ({ id, name, family }));
  const asJson = choice(call, 'format', ['text', 'json'], 'text') === 'json';
  const widest = Math.max(...rows.map(r => r.id.length));
  const lines = rows.map(r => `${r.id.padEnd(widest)}  ${r.name} (${r.family})`);
  call.io.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

interface Where {
  readonly rule?: string;
  readonly at?: number;
}

function where(call: Call): Where {
  const rule = text(call, 'rule');
  if (rule !== undefined && ruleById(rule) === undefined)
    throw new UsageError(`no mistake is called '${rule}'; 'lema mistakes list' lists them`);
  const at = text(call, 'at') === undefined ? undefined : number(call, 'at', 0, 0);
  return { ...(rule !== undefined ? { rule } : {}), ...(at !== undefined ? { at } : {}) };
}

/** Problems of our own, each with a right solution in which one mistake is planted. */
async function make(call: Call): Promise<number> {
  const count = number(call, 'count', 10, 1);
  const seed = number(call, 'seed', 1, 0);
  const options = where(call);
  for (let i = 0; i < count && !call.signal.aborted; i++) {
    const made = plantedProblem(seed + i, options);
    if (made === null)
      throw new UsageError(
        'this mistake fits none of the problems that can be made; leave out --rule or --at, or plant it in your own with --jsonl',
      );
    const rows: readonly PlantedRow[] = call.values.twins === true ? [made.row, made.right] : [made.row];
    for (const row of rows) call.io.stdout.write(`${JSON.stringify(row)}\n`);
  }
  return 0;
}

const rightRow = z.object({ id: z.union([z.string(), z.number()]), problem: z.string(), steps: z.array(z.string()) });

/** Right solutions from standard input, one mistake planted in each. */
async function makeIn(call: Call): Promise<number> {
  const seed = number(call, 'seed', 1, 0);
  const options = where(call);
  let line = 0;
  await mapRows(call.io.stdin, call.io.stdout, rightRow, call.signal, ({ id, problem, steps }) => {
    line += 1;
    return (
      plantIn(String(id), { topic: '', problem, steps }, { ...options, seed: seed + line }) ?? {
        id,
        error: 'no mistake could be planted: the lines are not all mathematics, or none fits',
      }
    );
  });
  return 0;
}
