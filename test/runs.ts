/** How many cases a law is tried on: LEMA_RUNS times as many in a nightly run. */
export const runs = (usual: number): { readonly numRuns: number } => ({ numRuns: usual * Number(process.env.LEMA_RUNS ?? 1) });
