import type { MetricsRow } from './metrics.ts';

/** What a run tells while it goes on. */
export type TrainingEvent =
  | { readonly kind: 'status'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | {
      readonly kind: 'metrics';
      readonly row: MetricsRow;
      /** Steps in all. */
      readonly of: number;
      readonly secondsLeft: number | null;
      readonly tokensPerSecond: number | null;
    }
  | { readonly kind: 'saved'; readonly step: number };

export interface Listener {
  readonly signal: AbortSignal;
  readonly onEvent: (event: TrainingEvent) => void;
}
