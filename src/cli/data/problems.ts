import { once } from 'node:events';
import type { Command } from '../command.ts';
import { asLine } from '../jsonl.ts';
import { openProblems, PROBLEM_OPTIONS } from './open-problems.ts';
import { teller } from './tell.ts';

/** `lema data problems FILE…`: problems of every form that is known, as rows. */
export const problems: Command = {
  options: PROBLEM_OPTIONS,
  async run(call) {
    const faults = teller(call.io.stderr);
    for await (const row of openProblems(call, faults.tell)) {
      if (call.signal.aborted) break;
      if (!call.io.stdout.write(asLine(row))) await once(call.io.stdout, 'drain');
    }
    faults.end();
    return 0;
  },
};
