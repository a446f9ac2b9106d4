import type { Family } from './command.ts';
import { stage } from './stage.ts';

/** `lema data …`: the stages that make LeMa's data. Each is loaded only when it is asked for, and has its help in `data/help.ts`. */
export const data: Family = {
  commands: {
    batch: async () => stage((await import('./data/batch.ts')).batch),
    collect: async () => stage((await import('./data/collect.ts')).collect),
    correct: async () => stage((await import('./data/correct.ts')).correct),
    evolve: async () => stage((await import('./data/evolve.ts')).evolve),
    export: async () => stage((await import('./data/export.ts')).exportData),
    problems: async () => stage((await import('./data/problems.ts')).problems),
  },
};
