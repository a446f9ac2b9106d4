/** Milliseconds between two lines: on a terminal, where one line is written over, and elsewhere. */
const BETWEEN = { terminal: 200, file: 10_000 };

export interface Progress {
  /** @param before how many of them an earlier run has done. */
  tell(done: number, before: number): void;
  end(): void;
}

/** Tells on standard error how far a stage is: how many are done, how fast, and how long the rest takes. */
export function progressOn(stderr: NodeJS.WritableStream, total: number | null, now: () => number = () => performance.now()): Progress {
  const onTerminal = 'isTTY' in stderr && stderr.isTTY === true;
  const began = now();
  let told = began;
  let open = false;
  return {
    tell(done, before) {
      if (now() - told < BETWEEN[onTerminal ? 'terminal' : 'file']) return;
      told = now();
      open = onTerminal;
      const line = lineOf(done, before, total, (told - began) / 1000);
      stderr.write(onTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (open) stderr.write('\r\x1b[K');
      open = false;
    },
  };
}

function lineOf(done: number, before: number, total: number | null, seconds: number): string {
  const speed = (done - before) / seconds;
  const left = total === null || speed === 0 ? '' : ` · ${duration((total - done) / speed)} left`;
  return `${done}${total === null ? '' : ` of ${total}`} · ${speed.toPrecision(3)}/s${left}`;
}

/** A time to come, for people. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
