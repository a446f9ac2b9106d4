import { configureGlobal } from 'fast-check';
import { runs } from './runs.ts';

/** Every run tries the same cases; LEMA_SEED names another seed to look for new ones, and LEMA_RUNS how many times as many. */
configureGlobal({ seed: Number(process.env.LEMA_SEED ?? 20_231_031), ...runs(100) });
