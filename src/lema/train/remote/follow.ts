import { z } from 'zod';
import type { Listener } from '../events.ts';
import { addMetrics, keepMetrics, type MetricsRow } from '../metrics.ts';
import type { RunRecord } from '../run.ts';
import type { Job, JobEvent, Tuner } from './service.ts';

interface Following extends Listener {
  readonly service: Tuner;
  readonly id: string;
  readonly folder: string;
  readonly pollMs: number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Followed {
  readonly record: Pick<RunRecord, 'status' | 'why' | 'step' | 'steps' | 'seconds' | 'facts'>;
  /** The service's name of what came out. */
  readonly model: string | null;
}

const metricsSchema = z.object({
  step: z.number(),
  total_steps: z.number().nullish(),
  train_loss: z.number().nullish(),
  valid_loss: z.number().nullish(),
  full_valid_loss: z.number().nullish(),
  train_mean_token_accuracy: z.number().nullish(),
});

const ENDED: Partial<Record<Job['status'], RunRecord['status']>> = { succeeded: 'done', failed: 'failed', cancelled: 'stopped' };

/** Tells a job's events until it has ended, each once; cancels it when the signal fires. The events of earlier parts of a run are told again from the first, so that none is lost. */
export async function follow({ service, id, folder, pollMs, wait, signal, onEvent }: Following): Promise<Followed> {
  keepMetrics(folder, -1);
  let last: string | null = null;
  let begin: number | null = null;
  let row: MetricsRow | null = null;
  let steps = 0;
  const tell = (event: JobEvent) => {
    begin ??= event.created_at;
    const metrics = metricsSchema.safeParse(event.type === 'metrics' ? event.data : null);
    if (!metrics.success) return onEvent({ kind: event.level === 'info' ? 'status' : 'warning', text: event.message });
    row = rowOf(metrics.data, event.created_at - begin);
    steps = metrics.data.total_steps ?? steps;
    addMetrics(folder, row);
    onEvent({ kind: 'metrics', row, of: steps, secondsLeft: left(row, steps), tokensPerSecond: null });
  };
  const catchUp = async () => {
    for (const event of await service.events(id, last)) {
      last = event.id;
      tell(event);
    }
  };
  for (;;) {
    const job: Job | null = await service.job(id).catch(error => {
      if (signal.aborted) return null;
      throw error;
    });
    if (signal.aborted) return end(await cancelled(service, id));
    if (job === null) continue;
    await catchUp();
    if (ENDED[job.status] !== undefined) return end(job);
    await wait(pollMs, signal);
  }

  function end(job: Job): Followed {
    const status = ENDED[job.status] ?? 'stopped';
    const why = status === 'failed' ? `${service.where} could not train: ${job.error?.message ?? 'it does not say why'}` : null;
    const seconds = row?.seconds ?? 0;
    const facts: RunRecord['facts'] = job.trained_tokens ? { trained_tokens: job.trained_tokens } : {};
    return { record: { status, why, step: row?.step ?? 0, steps, seconds, facts }, model: job.fine_tuned_model ?? null };
  }
}

/** A job that has ended meanwhile cannot be cancelled: then its end stands. */
const cancelled = (service: Tuner, id: string): Promise<Job> => service.cancel(id).catch(() => service.job(id));

function rowOf(data: z.infer<typeof metricsSchema>, seconds: number): MetricsRow {
  const dev = data.full_valid_loss ?? data.valid_loss;
  return {
    step: data.step,
    ...(typeof data.train_loss === 'number' ? { loss: data.train_loss } : {}),
    ...(typeof dev === 'number' ? { eval_loss: dev } : {}),
    ...(typeof data.train_mean_token_accuracy === 'number' ? { accuracy: data.train_mean_token_accuracy } : {}),
    seconds,
  };
}

const left = ({ step, seconds }: MetricsRow, steps: number) => (step > 0 && steps > step ? ((steps - step) * seconds) / step : null);
