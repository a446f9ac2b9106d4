import type { TrainingEvent } from '../../lema/train/events.ts';
import { duration } from '../progress.ts';

/** Lines are this far apart where they are not written over each other. */
const EVERY_MS = 5000;

/** Shows a run on a stream: in a terminal one line that changes, elsewhere a line now and then. */
export function trainingProgress(stream: NodeJS.WritableStream): (event: TrainingEvent) => void {
  const live = 'isTTY' in stream && stream.isTTY === true;
  let open = false;
  let last = Number.NEGATIVE_INFINITY;
  const line = (text: string) => {
    stream.write(`${open ? '\n' : ''}${text}\n`);
    open = false;
  };
  return event => {
    if (event.kind === 'status') return line(event.text);
    if (event.kind === 'warning') return line(`warning: ${event.text}`);
    if (event.kind === 'saved') return;
    const text = progressText(event);
    if (live) {
      stream.write(`\r\u001b[K${text}`);
      open = true;
    } else if (performance.now() - last >= EVERY_MS || event.row.step >= event.of) {
      last = performance.now();
      line(text);
    }
  };
}

/** `step 120/2000 · loss 0.412 · rate 2.0e-4 · 3900 tokens/s · 12 min left` */
function progressText({ row, of, secondsLeft, tokensPerSecond }: Extract<TrainingEvent, { kind: 'metrics' }>): string {
  return [
    `step ${row.step}/${of}`,
    ...(row.loss === undefined ? [] : [`loss ${row.loss.toPrecision(3)}`]),
    ...(row.eval_loss === undefined ? [] : [`dev loss ${row.eval_loss.toPrecision(3)}`]),
    ...(row.lr === undefined ? [] : [`rate ${row.lr.toExponential(1)}`]),
    ...(tokensPerSecond === null ? [] : [`${Math.round(tokensPerSecond)} tokens/s`]),
    ...(secondsLeft === null || row.step >= of ? [] : [`${duration(secondsLeft)} left`]),
  ].join(' · ');
}
