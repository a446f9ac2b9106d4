import { checkSolution } from './check.ts';
import type { Corrector } from './corrector.ts';

/** Finds mistakes by proof alone: the steps are judged one by one, and no model is asked. */
export const symbolicCorrector: Corrector = {
  async correct(solution, { signal }) {
    signal.throwIfAborted();
    return checkSolution(solution).finding;
  },
};
