import { configureGlobal } from 'fast-check';

/** Every run tries the same cases; LEMA_SEED names another seed to look for new ones. */
configureGlobal({ seed: Number(process.env.LEMA_SEED ?? 20_231_031) });
