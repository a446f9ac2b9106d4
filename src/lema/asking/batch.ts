import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { type BatchReply, batchRequest, readBatchReply } from '../../model/batch.ts';
import { valueHash } from '../files/digest.ts';
import type { Made } from '../files/stage.ts';
import { type Answer, type AskingStage, type NoAnswer, promptHash, type Question } from './asking.ts';

/** What a request is called: the stage, the place of its input, its own place among the questions about it, and a hash of all that the reply depends on. */
const idOf = (stage: string, place: number, index: number, { model, messages, temperature, seed, maxTokens, schema }: Question): string => {
  const parts = [model, promptHash(messages), temperature, seed, maxTokens, schema?.name ?? null];
  return `${stage}-${place}-${index}-${valueHash(parts)}`;
};

/** A question with its place among those about its input, and the name of its request. */
const named = (stage: string, place: number, questions: readonly Question[], from = 0) =>
  questions.map((question, i) => ({ question, index: from + i, id: idOf(stage, place, from + i, question) }));

/**
 * The requests of a stage, those that `replies` answers left out. What depends on the answers to others is asked when they are among the replies.
 */
export async function* requestsOf<In>({ name, questions, next }: AskingStage<In, string>, inputs: AsyncIterable<In>, replies?: Replies) {
  let place = 0;
  for await (const input of inputs) {
    const all = named(name, place, questions(input));
    const answers: (Answer | NoAnswer)[] = replies ? answersIn(replies, place, all) : [];
    if (next && replies && !answers.some(answer => 'fault' in answer)) {
      const more = named(name, place, next.questions(input, answers), all.length);
      all.push(...more);
      answers.push(...answersIn(replies, place, more));
    }
    for (const [i, { question, id }] of all.entries()) {
      const { model, messages, ...options } = question;
      const answer = answers[i];
      if (!answer || 'fault' in answer) yield batchRequest(id, model, messages, options);
    }
    place++;
  }
}

/**
 * What is to be done with one input when the replies are there: the `work` of a stage.
 * @param onOpen told of each input how many of its requests have no reply.
 */
export const askedInBatch =
  <In, File extends string>(
    { name, questions, next, rows }: AskingStage<In, File>,
    replies: Replies,
    onOpen: (requests: number) => void = () => {},
  ) =>
  (input: In, place: number): Made<File> => {
    const first = answersIn(replies, place, named(name, place, questions(input)));
    const more = next ? named(name, place, next.questions(input, first), first.length) : [];
    const answers = [...first, ...answersIn(replies, place, more)];
    onOpen(answers.filter(answer => 'fault' in answer).length);
    return rows(input, answers);
  };

const answersIn = (replies: Replies, place: number, all: ReturnType<typeof named>): (Answer | NoAnswer)[] =>
  all.map(({ question, index, id }) => {
    const reply = replies.get(place, index, id);
    return 'text' in reply ? answerOf(question, reply) : reply;
  });

function answerOf({ model, messages, seed, temperature }: Question, { text, complete, created, tokens }: BatchReply): Answer {
  const at = new Date((created ?? 0) * 1000).toISOString();
  return { text, complete, asked: { model, prompt: promptHash(messages), seed, temperature, at, tokens } };
}

/** The replies of a batch, in files. What is kept in memory is where each stands. */
export interface Replies {
  readonly count: number;
  get(place: number, index: number, id: string): BatchReply | NoAnswer;
  close(): void;
}

/** Bytes of a file before those of the next one: a place in all of them is one number. */
const FILE_SIZE = 2 ** 44;

/**
 * Finds the replies in the files of a batch, in whatever order. The first that can be read counts.
 * @param onFault told of each line that is no reply, with its place.
 */
export async function openReplies(
  stage: string,
  paths: readonly string[],
  onFault: (fault: string) => void,
  signal: AbortSignal,
): Promise<Replies> {
  const starts = new Map<number, number>();
  const form = new RegExp(`^${stage}-(\\d{1,9})-(\\d{1,3})-[0-9a-f]{16}$`);
  for (const [number, path] of paths.entries()) {
    for await (const { line, start, text } of linesOf(path, signal)) {
      const reply = readBatchReply(text.replace(/^\uFEFF/, ''));
      const [, place, index] = form.exec(reply.id ?? '') ?? [];
      const key = keyOf(Number(place), Number(index));
      if ('fault' in reply) onFault(`${path}:${line}: ${reply.fault}`);
      else if (index === undefined) onFault(`${path}:${line}: a reply to no request of 'lema data batch export ${stage}'`);
      else if (starts.has(key)) onFault(`${path}:${line}: a second reply to one request; the first counts`);
      else starts.set(key, number * FILE_SIZE + start);
    }
  }
  const files = paths.map(path => openSync(path, 'r'));
  return {
    count: starts.size,
    get(place, index, id) {
      const start = starts.get(keyOf(place, index)) ?? Number.NaN;
      const file = files[Math.floor(start / FILE_SIZE)];
      if (file === undefined) return { fault: 'no reply came' };
      const reply = readBatchReply(lineAt(file, start % FILE_SIZE).replace(/^\uFEFF/, ''));
      if ('fault' in reply) return { fault: reply.fault };
      return reply.id === id ? reply : { fault: 'the reply is to another request: other problems, or asked otherwise' };
    },
    close: () => files.forEach(closeSync),
  };
}

/** The question about an input as one number. */
const keyOf = (place: number, index: number): number => place * 1000 + index;

/** The lines of a file that hold something, each with its number and where it begins. */
async function* linesOf(path: string, signal: AbortSignal) {
  let rest = Buffer.alloc(0);
  let start = 0;
  let line = 0;
  for await (const piece of createReadStream(path, { signal }) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    let from = 0;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10, from)) {
      const text = rest.toString('utf8', from, at);
      line++;
      if (text.trim() !== '') yield { line, start: start + from, text };
      from = at + 1;
    }
    start += from;
    rest = rest.subarray(from);
  }
  if (rest.toString().trim() !== '') yield { line: line + 1, start, text: rest.toString() };
}

/** Bytes that are read at a time: most replies are shorter. */
const PIECE = 16 * 1024;

function lineAt(file: number, start: number): string {
  const pieces: Buffer[] = [];
  for (let at = start; ; at += PIECE) {
    const piece = Buffer.alloc(PIECE);
    const read = readSync(file, piece, 0, PIECE, at);
    const end = piece.subarray(0, read).indexOf(10);
    pieces.push(piece.subarray(0, end >= 0 ? end : read));
    if (end >= 0 || read < PIECE) return Buffer.concat(pieces).toString();
  }
}
