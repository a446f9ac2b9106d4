import { z } from 'zod';

/** What is trained: a small adapter beside the base model, the same over a base in 4 bits, or every weight. */
export const METHODS = ['lora', 'qlora', 'full'] as const;
export type Method = (typeof METHODS)[number];

/** How a model is taught. `steps` or `epochs` says how long; `batch` is the rows a step, over all processes together. */
export const hyper = z.object({
  lr: z.number().positive(),
  schedule: z.enum(['constant', 'cosine', 'linear']),
  /** Share of the steps over which the learning rate rises. */
  warmup: z.number().min(0).max(1),
  batch: z.number().int().positive(),
  /** Rows longer than this many tokens are left out. */
  maxLength: z.number().int().positive(),
  steps: z.number().int().positive().nullable(),
  epochs: z.number().positive(),
  /** Of the adapter; without meaning for 'full'. */
  rank: z.number().int().positive(),
  alpha: z.number().positive(),
  dropout: z.number().min(0).max(1),
});
export type Hyper = z.infer<typeof hyper>;

interface HyperTable {
  readonly source: string;
  readonly adapter: Hyper;
  readonly full: Hyper;
}

const paper: Hyper = {
  lr: 2e-4,
  schedule: 'constant',
  warmup: 0,
  batch: 96,
  maxLength: 1024,
  steps: 2000,
  epochs: 3,
  rank: 64,
  alpha: 16,
  dropout: 0.05,
};
const own: Hyper = { ...paper, schedule: 'cosine', warmup: 0.03, batch: 64, steps: null, epochs: 2, rank: 32, alpha: 32 };

/** Named tables of hyper-parameters, and where each comes from. */
export const HYPER = {
  'lema-2023': {
    source:
      'An et al. 2023 (arXiv 2310.20689): QLoRA, 2e-4 constant (1e-4 from 34B on), batch 96, 2,000 steps, 512 tokens in and 512 out; all weights: 1e-5, batch 128, 3 epochs',
    adapter: paper,
    full: { ...paper, lr: 1e-5, batch: 128, steps: null },
  },
  ours: {
    source:
      'our own choice: a falling learning rate and passes over the data in place of a number of steps, so that small data are not over-learned',
    adapter: own,
    full: { ...own, lr: 1e-5, batch: 128 },
  },
} as const satisfies Record<string, HyperTable>;
export type HyperName = keyof typeof HYPER;

/** What a model is trained on, and how the work is divided there. */
export interface Recipe {
  readonly title: string;
  readonly method: Method;
  readonly hyper: HyperName;
  /** What this place needs otherwise. */
  readonly changes?: Partial<Hyper>;
  /** Rows in memory at once on one device; the rest of a batch is accumulated. */
  readonly perDevice: number;
  readonly nodes: number;
  /** Processes on all nodes together: one a GPU. */
  readonly processes: number;
  readonly sharding: 'none' | 'fsdp' | 'deepspeed';
  readonly precision: 'fp32' | 'bf16';
  /** Computes activations anew in place of keeping them: less memory, a third slower. */
  readonly checkpointing: boolean;
  readonly optimizer: string;
  readonly gpu: boolean;
}

const anywhere = {
  nodes: 1,
  processes: 1,
  sharding: 'none',
  precision: 'fp32',
  checkpointing: false,
  optimizer: 'adamw_torch',
  gpu: false,
} as const;
const cluster = { method: 'full', precision: 'bf16', perDevice: 8, optimizer: 'adamw_torch_fused', gpu: true } as const;

/** Ready configurations, by the machine at hand. */
export const RECIPES = {
  nano: {
    ...anywhere,
    title: 'a model of a few million parameters, from a random start, on any machine',
    method: 'full',
    hyper: 'ours',
    changes: { lr: 1e-3, batch: 32, epochs: 3, maxLength: 512, warmup: 0.05 },
    perDevice: 32,
  },
  laptop: {
    ...anywhere,
    title: 'an adapter for a small model (up to about 1B) on one processor or any GPU',
    method: 'lora',
    hyper: 'ours',
    changes: { batch: 16, rank: 16, alpha: 32, epochs: 1, maxLength: 768 },
    perDevice: 4,
  },
  'gpu-24gb': {
    ...anywhere,
    title: 'an adapter for a 7B model on one GPU of 24 GB: base in 4 bits (NF4)',
    method: 'qlora',
    hyper: 'lema-2023',
    perDevice: 4,
    precision: 'bf16',
    checkpointing: true,
    optimizer: 'paged_adamw_8bit',
    gpu: true,
  },
  'gpus-8x80gb': {
    ...cluster,
    title: 'every weight of a 7B model on eight GPUs of 80 GB: FSDP',
    hyper: 'lema-2023',
    nodes: 1,
    processes: 8,
    sharding: 'fsdp',
    checkpointing: true,
  },
  'two-nodes': {
    ...cluster,
    title: 'every weight of a 7B to 13B model on two machines with eight GPUs of 80 GB each: FSDP',
    hyper: 'lema-2023',
    nodes: 2,
    processes: 16,
    sharding: 'fsdp',
    checkpointing: true,
  },
} as const satisfies Record<string, Recipe>;
export type RecipeName = keyof typeof RECIPES;
