import type { Calculation } from '../graph.ts';

/** A step's calculations, and where they stand in the graph. */
export type Here = readonly { readonly c: Calculation; readonly at: number }[];

export const flag = (is: boolean | undefined): number => (is ? 1 : 0);
