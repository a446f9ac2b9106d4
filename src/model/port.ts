/** One message of a conversation with a model. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A JSON schema that a reply must satisfy. Servers without structured output ignore it, so a reply is parsed either way. */
export interface ReplySchema {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Length of a request and of all its replies, in the model's own tokens. */
export interface Tokens {
  readonly in: number;
  readonly out: number;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Time the whole question may take in milliseconds, retries and all samples included. */
  readonly deadlineMs: number;
  /** Called with each piece of the first reply as it arrives. */
  readonly onToken?: (text: string) => void;
  /** Called with what each request has cost, where the server tells. Only then is it asked to tell. */
  readonly onUsage?: (tokens: Tokens) => void;
  /** The reply comes in one piece, which costs server and client less where many are asked for. */
  readonly whole?: boolean;
  readonly schema?: ReplySchema;
  /** How many replies to sample. Default 1. */
  readonly n?: number;
  /** Default 0. */
  readonly temperature?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Length of one reply in tokens. Default 2048. */
  readonly maxTokens?: number;
}

/** One sampled reply. `complete` is false when the model ran into its length limit. */
export interface ReplyText {
  readonly text: string;
  readonly complete: boolean;
}

/**
 * How a language model is asked, whoever provides it: a server, or the models an editor offers.
 * `ask` resolves with at least one reply and rejects with a `ModelError` and nothing else.
 */
export interface AskPort {
  /** The model's name, for people. */
  readonly name: string;
  /** Where text goes, for people: a host, or the editor. */
  readonly where: string;
  ask(messages: readonly Message[], options: AskOptions): Promise<readonly ReplyText[]>;
}
