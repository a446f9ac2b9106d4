import { join } from 'node:path';
import { stringify } from 'yaml';
import { pythonFile } from '../python/home.ts';
import type { Settings } from './settings.ts';

/** What a trainer is told besides its settings. */
export interface Place {
  readonly folder: string;
  /** A hub name or a folder. */
  readonly base: string;
  readonly hasDev: boolean;
  /** A checkpoint to go on from. */
  readonly resume: string | null;
}

/** Which of several machines this is, and where the first one is reached. */
export interface Node {
  readonly rank: number;
  readonly address: string;
  readonly port: number;
}

export const DEFAULT_PORT = 29500;
/** Python reads YAML 1.1, where a bare `no` is false. */
const yaml = (value: object) => stringify(value, { version: '1.1' });

const configFolder = (folder: string) => join(folder, 'config');
const paths = (folder: string) => ({
  sft: join(configFolder(folder), 'sft.yaml'),
  accelerate: join(configFolder(folder), 'accelerate.yaml'),
  deepspeed: join(configFolder(folder), 'deepspeed.json'),
});

/** The configuration files of a run, by path. */
export function configFiles(settings: Settings, place: Place): ReadonlyMap<string, string> {
  const { sft, accelerate, deepspeed } = paths(place.folder);
  const { sharding, processes } = settings.placed;
  return new Map([
    [sft, yaml(sftConfig(settings, place))],
    ...(processes > 1 ? [[accelerate, yaml(accelerateConfig(settings, deepspeed))] as const] : []),
    ...(sharding === 'deepspeed' ? [[deepspeed, `${JSON.stringify(deepspeedConfig(settings), null, 2)}\n`] as const] : []),
  ]);
}

/** The words that start the trainer: by itself for one process, by `accelerate launch` for several. */
export function commandLine(
  python: string,
  { placed }: Settings,
  folder: string,
  node: Node | null = null,
): readonly [string, ...string[]] {
  const { sft, accelerate } = paths(folder);
  const script = [pythonFile('sft.py'), '--config', sft];
  if (placed.processes === 1) return [python, ...script];
  const rendezvous =
    node === null ? [] : ['--machine_rank', String(node.rank), '--main_process_ip', node.address, '--main_process_port', String(node.port)];
  return [python, '-m', 'accelerate.commands.launch', '--config_file', accelerate, ...rendezvous, ...script];
}

/** What `trl sft --config` reads. */
function sftConfig({ taught, placed }: Settings, { folder, base, hasDev, resume }: Place): object {
  const adapter = taught.method !== 'full';
  const logEvery = Math.max(1, Math.min(10, Math.floor(taught.steps / 50)));
  const fsdp = placed.sharding === 'fsdp';
  return {
    ...weights(base),
    dtype: adapter && placed.precision === 'bf16' ? 'bfloat16' : 'float32',
    dataset_name: join(folder, 'data'),
    dataset_train_split: 'train',
    dataset_test_split: 'validation',
    completion_only_loss: true,
    max_length: taught.maxLength,
    output_dir: folder,
    ...(resume === null ? {} : { resume_from_checkpoint: resume }),
    max_steps: taught.steps,
    learning_rate: taught.lr,
    lr_scheduler_type: taught.schedule,
    warmup_steps: Math.round(taught.warmup * taught.steps),
    optim: placed.optimizer,
    per_device_train_batch_size: placed.perDevice,
    per_device_eval_batch_size: placed.perDevice,
    gradient_accumulation_steps: placed.accumulation,
    gradient_checkpointing: placed.checkpointing && !fsdp,
    bf16: placed.precision === 'bf16',
    use_cpu: placed.cpu,
    seed: taught.seed,
    data_seed: taught.seed,
    logging_steps: logEvery,
    logging_first_step: true,
    save_strategy: 'steps',
    save_steps: placed.saveEvery,
    save_total_limit: 2,
    ...(hasDev ? devConfig(placed) : { eval_strategy: 'no' }),
    ddp_find_unused_parameters: false,
    report_to: 'none',
    disable_tqdm: true,
    ...(adapter ? adapterConfig(taught) : {}),
  };
}

/** `name@revision` is a revision of the hub; a folder may have any name. */
function weights(base: string): object {
  const [, name, revision] = /^([^/@]+(?:\/[^/@]+)?)@(.+)$/.exec(base) ?? [];
  return name === undefined ? { model_name_or_path: base } : { model_name_or_path: name, model_revision: revision };
}

/** The best checkpoint is chosen on the development split, never on a test. Sharded weights are not read back: there the last one stands. */
const devConfig = ({ saveEvery, sharding }: Settings['placed']) => ({
  eval_strategy: 'steps',
  eval_steps: saveEvery,
  ...(sharding === 'none' ? { load_best_model_at_end: true, metric_for_best_model: 'eval_loss', greater_is_better: false } : {}),
});

const adapterConfig = ({ method, rank, alpha, dropout }: Settings['taught']) => ({
  use_peft: true,
  lora_r: rank,
  lora_alpha: alpha,
  lora_dropout: dropout,
  lora_target_modules: ['all-linear'],
  ...(method === 'qlora'
    ? { load_in_4bit: true, bnb_4bit_quant_type: 'nf4', use_bnb_nested_quant: true, bnb_4bit_quant_storage: 'bfloat16' }
    : {}),
});

/** The names of ways to launch. Several processes on the CPU are launched as those on GPUs are: the way of its own needs MPI. */
const LAUNCHED = { none: 'MULTI_GPU', fsdp: 'FSDP', deepspeed: 'DEEPSPEED' } as const;

/** What `accelerate launch --config_file` reads. With several machines, the rank and the meeting point are given on the command line. */
function accelerateConfig({ placed }: Settings, deepspeedFile: string): object {
  const { sharding, nodes, processes, precision, cpu, checkpointing } = placed;
  return {
    compute_environment: 'LOCAL_MACHINE',
    distributed_type: LAUNCHED[sharding],
    num_machines: nodes,
    num_processes: processes,
    machine_rank: 0,
    // 0: a free one. Machines that meet must know it.
    main_process_port: nodes > 1 ? DEFAULT_PORT : 0,
    main_training_function: 'main',
    rdzv_backend: 'static',
    same_network: true,
    use_cpu: cpu,
    ...(sharding === 'deepspeed'
      ? { deepspeed_config: { deepspeed_config_file: deepspeedFile, zero3_init_flag: true } }
      : { mixed_precision: precision === 'bf16' ? 'bf16' : 'no' }),
    ...(sharding === 'fsdp'
      ? {
          fsdp_config: {
            fsdp_version: 2,
            fsdp_auto_wrap_policy: 'TRANSFORMER_BASED_WRAP',
            fsdp_reshard_after_forward: true,
            fsdp_offload_params: false,
            fsdp_cpu_ram_efficient_loading: true,
            fsdp_state_dict_type: 'FULL_STATE_DICT',
            fsdp_activation_checkpointing: checkpointing,
          },
        }
      : {}),
  };
}

/** ZeRO stage 3; the trainer fills in what is 'auto'. */
const deepspeedConfig = ({ placed }: Settings) => ({
  bf16: { enabled: placed.precision === 'bf16' },
  zero_optimization: {
    stage: 3,
    overlap_comm: true,
    contiguous_gradients: true,
    reduce_bucket_size: 'auto',
    stage3_prefetch_bucket_size: 'auto',
    stage3_param_persistence_threshold: 'auto',
    stage3_gather_16bit_weights_on_model_save: true,
  },
  gradient_accumulation_steps: 'auto',
  gradient_clipping: 'auto',
  train_batch_size: 'auto',
  train_micro_batch_size_per_gpu: 'auto',
});
