import type { Ended } from '../python/program.ts';
import type { Settings } from './settings.ts';

/** What a trainer's last words mean: what happened, and what to change. The first that fits is told. */
const FAULTS: readonly (readonly [RegExp, (settings: Settings, base: string) => string])[] = [
  [/CUDA out of memory|OutOfMemoryError|CUBLAS_STATUS_ALLOC_FAILED/, settings => `the GPU's memory ran out; ${smaller(settings)}`],
  [/not enough memory|MemoryError|std::bad_alloc|Cannot allocate memory|errno 12/i, settings => `memory ran out; ${smaller(settings)}`],
  [/No space left on device|errno 28|disk quota/i, () => 'the disk is full; make room and run the same command again'],
  [
    /gated repo|401 Client Error|403 Client Error|GatedRepoError/i,
    (_, base) =>
      `${base}: the hub gives it only to accounts that were let in; ask for it there and set HF_TOKEN, or name a folder or a .gguf file`,
  ],
  [
    /couldn't connect to|OfflineMode|LocalEntryNotFound|ConnectError|MaxRetryError|Max retries|Name or service not known|name resolution|SSLError|ProxyError/i,
    (_, base) => `${base}: the model hub cannot be reached; connect to the network, or name a folder or a .gguf file as --base`,
  ],
  [
    /not a valid model identifier|RepositoryNotFound|404 Client Error|Repository Not Found/i,
    (_, base) => `${base}: the hub has no such model, and there is no such folder; check the name`,
  ],
  [
    /does not appear to have a file named|Unrecognized model|Couldn't instantiate the backend tokenizer|HeaderTooLarge|InvalidHeader|MetadataIncomplete/i,
    (_, base) => `${base}: holds no whole model with its tokenizer; name a folder with config.json, weights and tokenizer.json`,
  ],
  [
    /No module named 'deepspeed'|DeepSpeed is not installed|deepspeed.*(not found|not available)/i,
    () => 'the Python package deepspeed is missing; use --sharding fsdp, or install it in a Python of your own and name that with --python',
  ],
  [/bitsandbytes/i, () => 'a base in 4 bits needs a GPU that bitsandbytes supports; use --method lora'],
  [
    /NCCL|gloo|DistNetworkError|rendezvous|EADDRINUSE|Socket Timeout/i,
    () =>
      'the processes cannot reach each other; check --address and that its port is open on every machine, then run the same command again',
  ],
];

/** One sentence for a trainer that ended without having said so itself. */
export function faultOf({ code, signal, trouble, last }: Ended, settings: Settings, base: string, log: string): string {
  if (trouble !== undefined) return `Python could not be started (${trouble}); name another one with --python`;
  const said = last.join('\n');
  const known = FAULTS.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return known[1](settings, base);
  if (signal === 'SIGKILL' || code === 137 || /exitcode\s*:\s*-9|Signal 9/i.test(said))
    return `the trainer was killed, most often because memory ran out; ${smaller(settings)}`;
  const line = last.findLast(text => /^\s*(\w+\.)*\w*(Error|Exception)\b/.test(text))?.trim() ?? `it ended with code ${code ?? signal}`;
  return `the trainer failed: ${line.slice(0, 300)}; all that it said is in ${log}`;
}

/** What takes less memory and teaches the same, then what teaches something else. */
function smaller({ placed, taught }: Settings): string {
  const half = Math.floor(placed.perDevice / 2);
  const advice = [
    ...(half > 0 ? [`--per-device ${half}`] : []),
    ...(taught.method === 'full' ? ['--method lora'] : taught.method === 'lora' && placed.gpu ? ['--method qlora'] : []),
    `--max-length ${Math.floor(taught.maxLength / 2)}`,
  ];
  return half > 0
    ? `run the same command with ${advice[0]} (the batch stays ${taught.batch}, and a stopped run goes on), or begin anew with ${advice.slice(1).join(' or ')}`
    : `begin anew with ${advice.join(' or ')}`;
}
