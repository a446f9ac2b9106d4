import { ARMS, type Arm } from './rows.ts';

type Settings = Readonly<Record<string, string | number | boolean>>;

/** What is trained, and for how long. */
export interface Plan {
  readonly name: 'nano' | 'smollm2';
  /** Steps of optimisation of each arm, the same for all. */
  readonly steps: number;
  /** About how many rows of chain of thought a step sees; the other arms see as many tokens. */
  readonly rows: number;
  readonly rate: number;
  /** Rows whose loss chooses the checkpoint, and problems of the test. */
  readonly dev: number;
  readonly test: number;
  /** How many replies are made at once. */
  readonly batch: number;
  /** How many runs go on side by side, each on one thread. */
  readonly sideBySide: number;
  /** Further settings of `trl sft`. */
  readonly settings: Settings;
}

/** What the nano model learns before the arms part: to solve. */
export const BASE = {
  examples: 40_000,
  rows: 32,
  steps: 400,
  rate: 2e-3,
  dev: 100,
  schedule: 'constant_with_warmup',
  settings: { adam_beta2: 0.98, warmup_steps: 67 },
} as const;

/** How often an arm sees each of its rows. */
export const EPOCHS = 2;

export const PLANS: Readonly<Record<Plan['name'], Plan>> = {
  nano: { name: 'nano', steps: 240, rows: 32, rate: 1e-3, dev: 100, test: 200, batch: 100, sideBySide: 2, settings: { adam_beta2: 0.98 } },
  smollm2: {
    name: 'smollm2',
    steps: 12,
    rows: 4,
    rate: 5e-4,
    dev: 4,
    test: 10,
    batch: 30,
    sideBySide: 2,
    settings: { use_peft: true, lora_r: 16, lora_alpha: 32, lora_dropout: 0, lora_target_modules: 'all-linear' },
  },
};

export type Batches = Readonly<Record<Arm, number>>;

/** How many rows of each arm make a step, so that steps have the same number of tokens: the choice near `about` with the least difference. */
export function equalBatches(lengths: Batches, about: number): Batches {
  const choices = Array.from({ length: Math.floor(about / 2) + 1 }, (_, i) => {
    const tokens = (Math.ceil(about * 0.75) + i) * lengths.cot;
    const rows = ARMS.map(arm => Math.max(1, Math.round(tokens / lengths[arm])));
    const each = ARMS.map((arm, k) => (rows[k] ?? 0) * lengths[arm]);
    return { rows, spread: Math.max(...each) / Math.min(...each) };
  });
  const [cot = 1, lema = 1, ours = 1] = choices.reduce((a, b) => (b.spread < a.spread ? b : a)).rows;
  return { cot, lema, ours };
}

/** How often the model is looked at during a training. */
const PARTS = 5;

export interface Training {
  readonly model: string;
  readonly data: string;
  readonly out: string;
  readonly steps: number;
  readonly rows: number;
  readonly evalRows: number;
  readonly rate: number;
  readonly schedule: 'cosine' | 'constant_with_warmup';
  readonly seed: number;
  readonly settings: Settings;
}

/** The configuration of one run of `trl sft`, as YAML. The checkpoint with the least loss on the development rows is the one that is kept. */
export function configOf(run: Training): string {
  const part = Math.max(1, Math.floor(run.steps / PARTS));
  const settings: Settings = {
    model_name_or_path: run.model,
    dataset_name: run.data,
    dataset_test_split: 'validation',
    output_dir: run.out,
    dtype: 'float32',
    max_length: 512,
    completion_only_loss: true,
    max_steps: run.steps,
    per_device_train_batch_size: run.rows,
    per_device_eval_batch_size: run.evalRows,
    train_sampling_strategy: 'sequential',
    learning_rate: run.rate,
    lr_scheduler_type: run.schedule,
    warmup_steps: Math.ceil(run.steps / 15),
    weight_decay: 0.01,
    bf16: false,
    use_cpu: true,
    activation_checkpointing: false,
    eval_strategy: 'steps',
    eval_steps: part,
    save_strategy: 'steps',
    save_steps: part,
    save_total_limit: 2,
    load_best_model_at_end: true,
    metric_for_best_model: 'eval_loss',
    logging_steps: Math.max(1, Math.floor(part / 4)),
    report_to: 'none',
    disable_tqdm: true,
    seed: run.seed,
    ...run.settings,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}: ${typeof value === 'string' ? JSON.stringify(value) : value}`);
  return `${lines.join('\n')}\n`;
}
