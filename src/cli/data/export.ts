import type { Shares } from '../../lema/export/balance.ts';
import { exportRows } from '../../lema/export/export.ts';
import { FORMATS, type FormatName } from '../../lema/export/format.ts';
import { type Call, type Command, choice, number, text, UsageError } from '../command.ts';
import { teller } from './tell.ts';

/** What the shares are unless they are given: the ways to train that are compared with one another. */
const RECIPES = {
  /** Half of the corrections say that nothing is wrong, and mistakes and places are levelled. */
  ours: { right: 0.5, level: 0.2 },
  /** As in arXiv 2310.20689: every solution has a mistake, and all there are are taken. */
  'lema-2023': { right: 0, level: 0 },
  /** Worked solutions alone. */
  cot: { right: 0, level: 0 },
} as const;

const EVERY_MS = 3000;

/** `lema data export CORRECTIONS… --out FOLDER`. */
export const exportData: Command = {
  options: {
    problems: { type: 'string', multiple: true },
    attempts: { type: 'string', multiple: true },
    out: { type: 'string' },
    format: { type: 'string' },
    protocol: { type: 'string' },
    recipe: { type: 'string' },
    'right-share': { type: 'string' },
    'cot-share': { type: 'string' },
    'dev-share': { type: 'string' },
    level: { type: 'string' },
    'max-tokens': { type: 'string' },
    limit: { type: 'string' },
    licences: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(call) {
    const out = text(call, 'out');
    if (out === undefined) throw new UsageError('name the folder that the rows go to: --out FOLDER');
    choice(call, 'protocol', ['lema'], 'lema');
    const recipe = choice(call, 'recipe', ['ours', 'lema-2023', 'cot'], 'ours');
    const inputs = { corrections: recipe === 'cot' ? [] : call.files, problems: all(call, 'problems'), attempts: all(call, 'attempts') };
    if (inputs.corrections.length + inputs.problems.length + inputs.attempts.length === 0)
      throw new UsageError(
        recipe === 'cot'
          ? 'name files of worked solutions: --problems FILE or --attempts FILE'
          : 'name at least one file of corrections, or of worked solutions (--problems FILE, --attempts FILE)',
      );
    const faults = teller(call.io.stderr);
    const card = await exportRows(
      {
        inputs,
        out,
        format: choice(call, 'format', Object.keys(FORMATS) as FormatName[], 'trl'),
        shares: sharesOf(call, recipe),
        devShare: share(call, 'dev-share') ?? 0.05,
        maxTokens: bound(call, 'max-tokens'),
        seed: number(call, 'seed', 1, 0),
        licences:
          text(call, 'licences')
            ?.split(',')
            .map(one => one.trim()) ?? null,
        version: __LEMA_VERSION__,
      },
      { signal: call.signal, onFault: (file, line, what) => faults.tell(`${file}:${line}: ${what}`), onRead: progress(call) },
    );
    faults.end();
    for (const [why, rows] of Object.entries(card.left)) call.io.stderr.write(`left out, ${why}: ${rows}\n`);
    for (const limit of card.limits) call.io.stderr.write(`note: ${limit}\n`);
    call.io.stdout.write(`${out}: ${card.rows.train} rows to train on, ${card.rows.dev} for development; what they are is in card.md\n`);
    return 0;
  },
};

function sharesOf(call: Call, recipe: keyof typeof RECIPES): Shares {
  const usual = RECIPES[recipe];
  return {
    right: share(call, 'right-share') ?? usual.right,
    solve: share(call, 'cot-share') ?? null,
    limit: bound(call, 'limit'),
    level: share(call, 'level') ?? usual.level,
  };
}

const all = (call: Call, name: string): readonly string[] => {
  const value = call.values[name];
  return Array.isArray(value) ? value.map(String) : [];
};

function share(call: Call, name: string): number | undefined {
  const given = text(call, name);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given.trim() === '' || !(value >= 0 && value <= 1)) throw new UsageError(`--${name} takes a number from 0 to 1`);
  return value;
}

const bound = (call: Call, name: string): number => (text(call, name) === undefined ? Number.POSITIVE_INFINITY : number(call, name, 1, 1));

/** A line now and then, for whoever waits. */
function progress({ io }: Call): (reading: number, rows: number) => void {
  let last = performance.now();
  return (reading, rows) => {
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    io.stderr.write(`${reading === 1 ? 'judged' : 'written from'} ${rows} rows\n`);
  };
}
