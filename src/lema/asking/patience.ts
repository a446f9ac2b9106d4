import { pause } from '../../model/deadline.ts';
import { isOnTheWay, ModelError, type ModelFailure } from '../../model/errors.ts';
import type { AskPort } from '../../model/port.ts';

/** The server will answer nothing any more: what is left need not be asked. */
export class ServerGone extends Error {}

/** Failures that every later question would meet too. */
const HOPELESS: ReadonlySet<ModelFailure> = new Set<ModelFailure>(['unauthorised', 'not-found']);
/** Failures that say nothing of the question itself. */
export const NOT_OF_THE_QUESTION: readonly ModelFailure[] = ['unreachable', 'rate-limited'];
export const isNotOfTheQuestion = ({ reason }: ModelError): boolean => NOT_OF_THE_QUESTION.includes(reason);
/** Those that may also be a matter of the one question: it is given up when others are answered meanwhile. */
const isDoubtful = (error: ModelError): boolean => error.reason === 'server' || error.reason === 'timeout' || isOnTheWay(error);
/** Failures that pass when the server is left alone for a while, where every question is to be answered in the end. */
const isPassing = (error: ModelError): boolean => isNotOfTheQuestion(error) || isDoubtful(error);

/** Milliseconds that a server which does not answer, or takes no more requests, is left alone before each further attempt. */
const WAITS: readonly number[] = [1000, 4000, 10_000, 20_000];

/**
 * A port that waits for a server that is away or overrun, and asks again. Ends with `ServerGone` when the server answers nobody meanwhile, was never there, or
 * refuses the key or the model. Other failures belong to the one question, and are thrown as they are.
 * @param passes the failures that are waited out.
 */
export function patient(port: AskPort, waits: readonly number[] = WAITS, passes: (error: ModelError) => boolean = isPassing): AskPort {
  let answered = 0;
  return {
    ...port,
    async ask(messages, options) {
      let before = answered;
      for (let attempt = 0; ; attempt++) {
        try {
          const replies = await port.ask(messages, options);
          answered++;
          return replies;
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          if (HOPELESS.has(error.reason)) throw new ServerGone(error.message);
          if (!passes(error)) throw error;
          const isAlive = answered > before;
          if (isAlive && isDoubtful(error) && attempt > 0) throw error;
          if (isAlive) {
            before = answered;
            attempt = Math.min(attempt, 1);
          }
          const wait = waits[attempt];
          const never = error.reason === 'unreachable' && answered === 0 && attempt > 0;
          if (wait === undefined || never) throw new ServerGone(error.message);
          await pause(wait, options.signal);
        }
      }
    },
  };
}
