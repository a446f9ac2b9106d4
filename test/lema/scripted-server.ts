import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of the chat completions protocol, as much of it as a script may look at. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly seed?: number;
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly stream?: boolean;
}

export interface Script {
  /** What the model says: it depends on nothing but the request. A number: that status is the answer. */
  readonly reply: (body: ChatBody, count: number) => string | number;
  /** Milliseconds that one reply takes. Default 0. */
  readonly delayMs?: number;
  /** Requests that are answered at a time; others wait. Default: any number. */
  readonly slots?: number;
  /** Sent with every status that is no reply. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A model server that says what a script says, with a fixed time for each reply and so many slots; it counts tokens by words. */
export async function scriptedServer({ reply, delayMs = 0, slots = Number.POSITIVE_INFINITY, headers = {} }: Script) {
  const bodies: ChatBody[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.method === 'GET') return void response.end(JSON.stringify({ object: 'list', data: [{ id: 'm', owned_by: 'vllm' }] }));
      const body = JSON.parse(Buffer.concat(pieces).toString()) as ChatBody;
      bodies.push(body);
      const said = reply(body, bodies.length);
      const serve = (): void => {
        most = Math.max(most, ++busy);
        const answer = (): void => {
          busy--;
          waiting.shift()?.();
          if (typeof said === 'number') {
            response.writeHead(said, { 'content-type': 'application/json', ...headers });
            response.end(JSON.stringify({ error: { message: 'scripted' } }));
          } else say(response, body, said);
        };
        if (delayMs > 0) setTimeout(answer, delayMs);
        else answer();
      };
      if (busy < slots) serve();
      else waiting.push(serve);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    bodies: bodies as readonly ChatBody[],
    /** The most requests that were answered at a time. */
    most: () => most,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function say(response: import('node:http').ServerResponse, body: ChatBody, text: string): void {
  const usage = { prompt_tokens: words(body.messages.map(({ content }) => content).join(' ')), completion_tokens: words(text) };
  const common = { id: 'c', created: 0, model: body.model };
  if (!body.stream) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }];
    return void response.end(JSON.stringify({ ...common, object: 'chat.completion', choices, usage }));
  }
  const event = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
  const chunk = (delta: unknown, finish_reason: string | null) =>
    event({ ...common, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(
    `${chunk({ role: 'assistant', content: text }, null)}${chunk({}, 'stop')}${event({ ...common, choices: [], usage })}data: [DONE]\n\n`,
  );
}
