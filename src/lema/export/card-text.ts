import type { Part } from './balance.ts';
import type { Card, Counts, HashedFile, Split } from './card.ts';
import { FORMATS, type FormatName } from './format.ts';

const FEW = 10;
const MANY = 20;

/** What whoever trains on the rows should know. */
export function limitsOf({ by, topics, rows, settings }: Omit<Card, 'limits'>, format: FormatName): string[] {
  const total = ({ train, dev }: Readonly<Record<Split, number>>): number => train + dev;
  const number = (counts: Counts<Split>, name: string): number => (counts[name] ? total(counts[name]) : 0);
  const named = (holds: (counts: Card['topics'][string]) => boolean): string =>
    Object.entries(topics)
      .filter(([, counts]) => counts.mistake + counts.right >= MANY && holds(counts))
      .map(([topic]) => topic)
      .join(', ');
  const oneSided = named(({ mistake, right }) => mistake === 0 || right === 0);
  const untrained = named(({ mistake, right, solve, dev }) => dev === mistake + right + solve);
  const rare = Object.values(by.mistake).filter(counts => total(counts) < FEW).length;
  const [wrong, right, unknown] = [number(by.part, 'mistake'), number(by.part, 'right'), number(by.licence, 'unknown')];
  const { least = 0 } = FORMATS[format];
  const all: readonly (readonly [boolean, string])[] = [
    [true, 'Tokens are estimated from characters; the numbers of a tokenizer differ.'],
    [true, 'Rows stand in the order of the inputs: train with shuffling on.'],
    [true, 'Problems that differ in their numbers alone are in one split. Other likenesses between the splits are not looked for.'],
    [wrong > 0 && right === 0, 'No solution is without a mistake: a model trained on these rows accuses right work.'],
    [oneSided !== '', `All solutions are wrong, or all are right, in: ${oneSided}. A model can learn the topic in place of the mistake.`],
    [untrained !== '', `All rows are in the development split, as their problems have one form: ${untrained}.`],
    [rare > 0, `${rare} mistakes have fewer than ${FEW} rows.`],
    [unknown > 0, `The licence of ${unknown} rows is not known.`],
    [settings['dev-share'] !== 0 && rows.dev === 0, 'The development split is empty: there are too few forms of problems.'],
    [rows.train === 0, 'The training split is empty: all problems have forms of the development split.'],
    [rows.train < least, `This form needs at least ${least} rows to train on.`],
  ];
  return all.flatMap(([holds, text]) => (holds ? [text] : []));
}

const PARTS: Readonly<Record<Part, string>> = { mistake: 'with a mistake', right: 'without a mistake', solve: 'to be solved' };

/** The card for reading. */
export function cardText({ lema, format, protocol, settings, rows, left, by, topics, tokens, limits, inputs, outputs }: Card): string {
  const splits = Object.entries(by).map(([name, counts]) =>
    table(
      [name, 'train', 'dev'],
      Object.entries(counts).map(([value, { train, dev }]) => [name === 'part' && isPart(value) ? PARTS[value] : value, train, dev]),
    ),
  );
  const byTopic = table(
    ['topic', ...Object.values(PARTS), 'of these in dev'],
    Object.entries(topics).map(([topic, { mistake, right, solve, dev }]) => [topic, mistake, right, solve, dev]),
  );
  const chosen = Object.entries(settings).map(([name, value]) => `- ${name}: ${value === null ? 'not given' : JSON.stringify(value)}`);
  return `# Training data

Made by lema ${lema} in the form of ${format}, protocol ${protocol.name} (prompt ${protocol.prompt}).
${rows.read} rows were read, ${rows.usable} could be used; ${rows.train} are for training, ${rows.dev} for development.
About ${tokens.all} tokens (${tokens.estimate}), ${tokens.learnt} of them learnt; the longest row has ${tokens.longest}.

## Known limits

${limits.map(limit => `- ${limit}`).join('\n')}

## Rows

${[...splits, byTopic].join('\n\n')}

## Left out

${Object.keys(left).length > 0 ? table(['why', 'rows'], Object.entries(left)) : 'Nothing.'}

## Settings

${chosen.join('\n')}

## Files

Read:

${files(inputs)}

Written:

${files(outputs)}
`;
}

const isPart = (name: string): name is Part => name in PARTS;

const files = (list: readonly HashedFile[]): string =>
  table(
    ['file', 'bytes', 'sha256'],
    list.map(({ file, bytes, sha256 }) => [file, bytes, sha256]),
  );

function table(head: readonly string[], lines: readonly (readonly unknown[])[]): string {
  const cell = (text: unknown): string => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ');
  return [head, head.map(() => '---'), ...lines].map(line => `| ${line.map(cell).join(' | ')} |`).join('\n');
}
