import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server got it. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void;

const sse = { 'content-type': 'text/event-stream' };
const json = { 'content-type': 'application/json' };

const event = (content: string | null, index = 0, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index, delta: content === null ? {} : { content }, finish_reason: finish }] })}\n\n`;

/** The pieces a text is streamed in: words with the space before them. */
const tokens = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** Streams these texts as so many choices. */
export const says =
  (...texts: string[]): Behaviour =>
  response => {
    response.writeHead(200, sse);
    texts.forEach((text, index) => {
      for (const token of tokens(text)) response.write(event(token, index));
      response.write(event(null, index, 'stop'));
    });
    response.end('data: [DONE]\n\n');
  };

/** Streams a text, and tells at the end what it has cost. */
export const saysWithUsage =
  (text: string, usage: Record<string, unknown>): Behaviour =>
  response => {
    response.writeHead(200, sse);
    response.end(`${event(text)}${event(null, 0, 'stop')}data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
  };

/** Streams a text and says that the length limit was reached. */
export const runsOut =
  (text: string): Behaviour =>
  response => {
    response.writeHead(200, sse);
    response.end(`${event(text)}${event(null, 0, 'length')}data: [DONE]\n\n`);
  };

/** Answers in one piece, as servers without streaming do. */
export const saysAtOnce =
  (text: string): Behaviour =>
  response => {
    response.writeHead(200, json);
    response.end(
      JSON.stringify({
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
      }),
    );
  };

/** Streams a token every `ms`, for as long as somebody listens. */
export const saysSlowly =
  (text: string, ms: number): Behaviour =>
  response => {
    response.writeHead(200, sse);
    const rest = tokens(text);
    const timer = setInterval(() => {
      const next = rest.shift();
      if (next !== undefined) response.write(event(next));
      else {
        clearInterval(timer);
        response.end(`${event(null, 0, 'stop')}data: [DONE]\n\n`);
      }
    }, ms);
    response.on('close', () => clearInterval(timer));
  };

/** Takes the request and never says a word. */
export const stalls: Behaviour = () => undefined;

/** Says a few words and then nothing more. */
export const stallsInTheMiddle: Behaviour = response => {
  response.writeHead(200, sse);
  response.write(event('Step 2. The'));
};

/** Closes the connection in the middle of a token. */
export const cuts: Behaviour = response => {
  response.writeHead(200, sse);
  response.write(`${event('Step 2.')}data: {"choices":[{"index":0,"del`, () => response.socket?.destroy());
};

/** Ends the response properly, but in the middle of a token. */
export const endsInTheMiddle: Behaviour = response => {
  response.writeHead(200, sse);
  response.end(`${event('Step 2.')}data: {"choices":[{"index":0,"del`);
};

/** Ends the response after some tokens, with nothing that says it is finished. */
export const endsUnfinished: Behaviour = response => {
  response.writeHead(200, sse);
  response.end(event('Step 2. The sum'));
};

/** Reports an error after the first tokens. */
export const failsInTheMiddle: Behaviour = response => {
  response.writeHead(200, sse);
  response.end(`${event('Step 2.')}data: {"error":{"message":"out of memory","code":500}}\n\n`);
};

export const html: Behaviour = response => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Router login</title>');
};

/** Sends these bytes with status 200. */
export const sends =
  (body: string, type = 'application/json'): Behaviour =>
  response => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };

/** Answers with a status; the message repeats what the request held, as some servers do. */
export const status =
  (code: number, headers: Record<string, string> = {}, error: Record<string, unknown> = {}): Behaviour =>
  (response, asked) => {
    response.writeHead(code, { ...json, ...headers });
    response.end(JSON.stringify({ error: { message: `refused: ${asked.headers.authorization ?? ''} ${asked.body}`, ...error } }));
  };

/** Streams so many bytes of tokens, as fast as they are taken; stops when nobody listens. */
export const floods =
  (bytes: number): Behaviour =>
  response => {
    response.writeHead(200, sse);
    const piece = event('x'.repeat(4096));
    let left = bytes;
    const pour = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', pour);
      }
      if (!response.destroyed) response.end(`${event(null, 0, 'stop')}data: [DONE]\n\n`);
    };
    pour();
  };

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  readonly asked: readonly Asked[];
  /** Bytes written to the connections so far. */
  sent(): number;
  close(): Promise<void>;
}

/** A server on a free port that speaks the wire protocol, badly: request number i gets `behaviours[i]`, later ones the last. Model lists are answered with `models`. */
export async function faultServer(behaviours: readonly Behaviour[], models: Behaviour = listsModels('tiny')): Promise<FaultServer> {
  const asked: Asked[] = [];
  let sent = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString(), at: performance.now() };
      if (one.path.endsWith('/models')) return models(response, one);
      const behaviour = behaviours[asked.length] ?? behaviours.at(-1) ?? stalls;
      asked.push(one);
      behaviour(response, one);
    });
  });
  server.on('connection', socket => socket.on('close', () => (sent += socket.bytesWritten)));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    asked,
    sent: () => sent,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lists models with these names. */
export function listsModels(...names: string[]): Behaviour {
  return sends(JSON.stringify({ object: 'list', data: names.map(id => ({ id, object: 'model', created: 0, owned_by: 'vllm' })) }));
}
