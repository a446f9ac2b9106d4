/** Why a model gave no usable reply. */
export type ModelFailure =
  | 'unreachable'
  | 'unauthorised'
  | 'not-found'
  | 'rate-limited'
  | 'server'
  | 'timeout'
  | 'cut-off'
  | 'nonsense'
  | 'too-long'
  | 'aborted';

/** Details of what went wrong on the way, or of what else answers there: they say nothing of the question. */
export const ON_THE_WAY = {
  ended: 'the connection ended in the middle',
  page: 'it sent a web page: is this the address of a model server?',
  json: 'it is not valid JSON',
  protocol: 'it does not speak the chat completions protocol',
} as const;
const onTheWay = new Set<string | null>(Object.values(ON_THE_WAY));

/** Whether the same question may well be answered the next time. */
export const isOnTheWay = ({ detail }: ModelError): boolean => onTheWay.has(detail);

/** What happened, and what a person can do about it. */
const TEXTS: Readonly<Record<ModelFailure, { what: string; todo: string }>> = {
  unreachable: { what: 'No model server answers at {where}', todo: 'Start the server, or choose another model.' },
  unauthorised: { what: '{where} refuses the API key', todo: 'Set a valid key for this server.' },
  'not-found': {
    what: '{where} does not know this address or model',
    todo: 'Check the base URL and choose one of the models that the server lists.',
  },
  'rate-limited': { what: '{where} takes no more requests for now', todo: 'Try again later, or check the quota of the account.' },
  server: { what: '{where} failed', todo: "Look into the server's log, then try again." },
  timeout: { what: '{where} did not answer in time', todo: 'Raise the deadline, or choose a smaller model.' },
  'cut-off': {
    what: 'The reply from {where} broke off',
    todo: 'Try again; if it happens every time, look at the server or its reply length.',
  },
  nonsense: { what: 'The reply from {where} could not be understood', todo: 'Try again, or choose a larger model or the other protocol.' },
  'too-long': { what: 'Too much text for {where}', todo: 'Shorten the solution, or choose a model with a longer context.' },
  aborted: { what: 'The question to {where} was cancelled', todo: 'Ask again when you want to.' },
};

/**
 * The only error that asking a model rejects with. Its message says what happened, where, and what to do. It is made of fixed sentences,
 * a place and a status, and has no cause: the key, the prompt and what the server said in return never get into it.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly reason: ModelFailure;
  readonly where: string;
  readonly detail: string | null;

  /** @param detail what exactly happened, in our own words; stands in brackets. */
  constructor(reason: ModelFailure, where: string, detail?: string) {
    const { what, todo } = TEXTS[reason];
    super(`${what.replace('{where}', () => where)}${detail ? ` (${detail})` : ''}. ${todo}`);
    this.reason = reason;
    this.where = where;
    this.detail = detail ?? null;
  }
}

/** The failure a status code of HTTP stands for. */
export function failureOfStatus(status: number): ModelFailure {
  if (status === 401 || status === 402 || status === 403) return 'unauthorised';
  if (status === 404 || status === 405 || (status >= 300 && status < 400)) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 413) return 'too-long';
  if (status === 429) return 'rate-limited';
  return 'server';
}
