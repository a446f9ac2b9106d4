import { type Command, choice, text, UsageError } from './command.ts';
import { SHOW } from './evaluate/show.ts';

/** `lema evaluate`: measures the checker, or a model beside it, on labelled rows. */
export const evaluate: Command = {
  options: {
    reference: { type: 'boolean' },
    show: { type: 'string' },
    format: { type: 'string' },
    limit: { type: 'string' },
    model: { type: 'string' },
    endpoint: { type: 'string' },
    protocol: { type: 'string' },
    judge: { type: 'string' },
    solve: { type: 'boolean' },
    split: { type: 'string' },
    seeds: { type: 'string' },
    temperature: { type: 'string' },
    'max-tokens': { type: 'string' },
    deadline: { type: 'string' },
    concurrency: { type: 'string' },
    replies: { type: 'string' },
    out: { type: 'string' },
    baseline: { type: 'string' },
  },
  async run(call) {
    if (call.files.length === 0) throw new UsageError("name at least one labelled file: 'lema evaluate rows.jsonl'");
    if (text(call, 'model') !== undefined) return (await import('./evaluate/model.ts')).evaluateModel(call);
    const needless = MODEL_ONLY.find(name => call.values[name] !== undefined);
    if (needless !== undefined) throw new UsageError(`--${needless} goes with --model: without a model the checker alone is measured`);
    const show = choice(call, 'show', SHOW, 'none');
    const format = choice(call, 'format', ['text', 'json'], 'text');
    const options = { reference: call.values.reference === true, limit: Number(text(call, 'limit') ?? Number.POSITIVE_INFINITY), show };
    const { evaluateFile } = await import('./evaluate/checker.ts');
    const tables = [];
    for (const file of call.files) tables.push(await evaluateFile(file, options));
    call.io.stdout.write(format === 'json' ? `${JSON.stringify(tables, null, 2)}\n` : tables.map(t => t.text).join('\n'));
    return 0;
  },
};

const MODEL_ONLY = 'endpoint protocol judge solve split seeds temperature max-tokens deadline concurrency replies out baseline'.split(' ');
