import { createSeen } from '../files/seen.ts';
import type { Made } from '../files/stage.ts';
import { markOf } from '../problems.ts';
import type { CorrectionRow, RejectedRow } from '../records.ts';
import type { Reason } from './filter.ts';
import type { CorrectFile } from './make.ts';

/** A last look at all rows together: what stands twice is left out once, and right solutions have their share. */
export interface Balance {
  /** Told of all rows that are made, in any order, before the first is sifted. */
  count(made: Made<CorrectFile>): void;
  /** Where the rows go in the end. Asked in the order of the sources. */
  sift(made: Made<CorrectFile>): Made<CorrectFile>;
}

type Kind = 'right' | 'planted' | 'other';

/** @param share how much of all that is kept is to be right solutions: from 0 to 1, or 'all' for as many of each as there are. */
export function createBalance(
  share: number | 'all',
  tell: (to: CorrectFile, row: CorrectionRow | null, reason: Reason | null) => void,
): Balance {
  const counted = createSeen();
  const sifted = createSeen();
  const total: Record<Kind, number> = { right: 0, planted: 0, other: 0 };
  let quotas: Record<Kind, (() => boolean) | null> | null = null;
  return {
    count(made) {
      for (const own of made) if (own.to === 'kept' && counted.add(markOfRow(rowOf(own)))) total[kindOf(rowOf(own))]++;
    },
    sift(made) {
      quotas ??= quotasOf(total, share);
      return made.map(own => {
        if (own.to === 'rejected') {
          tell('rejected', null, (own.row as RejectedRow).reason as Reason);
          return own;
        }
        const row = rowOf(own);
        const reason = !sifted.add(markOfRow(row)) ? 'duplicate' : quotas?.[kindOf(row)]?.() === false ? 'surplus' : null;
        tell(reason ? 'rejected' : 'kept', row, reason);
        return reason ? { to: 'rejected' as const, row: { reason, row } } : own;
      });
    },
  };
}

/** Rows of this stage, and so of the form that it writes. */
const rowOf = ({ row }: Made<CorrectFile>[number]): CorrectionRow => row as CorrectionRow;

const kindOf = ({ from, first_error }: CorrectionRow): Kind => (first_error < 0 ? 'right' : from === 'planted' ? 'planted' : 'other');

const markOfRow = ({ problem, steps, first_error }: CorrectionRow): number => markOf([first_error, problem, ...steps].join('\n'));

/** Right solutions give way to their share; where they are too few, planted mistakes do, and nothing that a model or a teacher said. */
function quotasOf({ right, planted, other }: Record<Kind, number>, share: number | 'all'): Record<Kind, (() => boolean) | null> {
  if (share === 'all') return { right: null, planted: null, other: null };
  const wrong = planted + other;
  const rights = share >= 1 ? right : Math.min(right, Math.round((wrong * share) / (1 - share)));
  const wrongs = share <= 0 ? wrong : Math.round((rights * (1 - share)) / share);
  return { right: evenly(rights, right), planted: evenly(Math.max(0, Math.min(planted, wrongs - other)), planted), other: null };
}

/** Says yes `wanted` times of `total`, spread evenly. */
function evenly(wanted: number, total: number): () => boolean {
  let asked = 0;
  return () => {
    asked++;
    return Math.floor((asked * wanted) / total) > Math.floor(((asked - 1) * wanted) / total);
  };
}
