import type { Message } from '../../model/port.ts';
import { lemaProtocol, writeLemaReply } from '../../model/protocol/lema.ts';
import { type AskingStage, askedTogether, type Question } from '../asking/asking.ts';
import type { AttemptRow } from '../records.ts';
import { type CorrectFile, isWrong, makeRows, type Placed, type Planting } from './make.ts';
import { SHOTS } from './shots.ts';

/** How a strong model is asked for corrections. */
export interface Correctors {
  readonly model: string;
  /** Replies to each solution; more than half must name the same step. */
  readonly votes: number;
  readonly maxTokens: number;
}

/** Spread of the replies when several are asked for. */
const TEMPERATURE = 0.7;

/** Asks a model about every attempt with a wrong answer, and about nothing else; the other sources give their rows as without a model. */
export const correcting = ({ model, votes, maxTokens }: Correctors, planting: Planting): AskingStage<Placed, CorrectFile> => ({
  name: 'correct',
  questions({ source, place }) {
    if (!isWrong(source)) return [];
    const messages = messagesFor(source.row);
    const temperature = votes > 1 ? TEMPERATURE : 0;
    return Array.from({ length: votes }, (_, i): Question => {
      return { model, messages, temperature, seed: planting.seed + place * votes + i, maxTokens };
    });
  },
  rows({ source, place }, answers) {
    if (!isWrong(source)) return makeRows({ source, place }, planting);
    const replies = answers.map(answer => ('text' in answer ? answer : { text: '', complete: false }));
    return makeRows({ source: { kind: 'asked', row: source.row, asked: askedTogether(answers), replies }, place }, planting);
  },
});

/** The shots and the question, in the one form of the `lema` protocol. */
export function messagesFor({ problem, steps, stated }: Pick<AttemptRow, 'problem' | 'steps' | 'stated'>): readonly Message[] {
  const shown = SHOTS.flatMap(({ task, reading }): Message[] => [
    ...lemaProtocol.write(task).slice(-1),
    { role: 'assistant', content: writeLemaReply(reading) },
  ]);
  const [system, question] = lemaProtocol.write({ problem, steps, ...(stated === null ? {} : { stated }) });
  return [...(system ? [system] : []), ...shown, ...(question ? [question] : [])];
}
