import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to the next request whose `METHOD /path` the pattern matches: a status, or the connection cut before it was carried out, after, or in the middle of the answer. */
export interface Fault {
  readonly on: RegExp;
  readonly what: number | 'cut-before' | 'cut-after' | 'cut-within';
}

interface StoredFile {
  readonly id: string;
  readonly object: 'file';
  readonly bytes: number;
  readonly created_at: number;
  readonly filename: string;
  readonly purpose: string;
  readonly status: 'processed';
  readonly content: string;
}

export const KEY = 'test-key';

/** Answers with an object, or with a text as it is. */
export type Route = readonly [
  RegExp,
  (match: RegExpExecArray, request: IncomingMessage, url: URL) => Promise<object | string> | object | string,
];

/** What a service has beside its files: its routes, and what it takes for a file. */
export interface Parts {
  readonly purpose: string;
  /** What is the matter with the file, in the service's words. */
  readonly fault: (content: string) => string | null;
  readonly routes: readonly Route[];
}

/** The files of a service, and the names that it gives. */
export function createStores() {
  const files = new Map<string, StoredFile>();
  let ids = 0;
  const id = (prefix: string): string => `${prefix}-${String(++ids).padStart(6, '0')}`;
  return {
    files,
    id,
    store(filename: string, purpose: string, content: string): StoredFile {
      const bytes = Buffer.byteLength(content);
      const stored = { id: id('file'), object: 'file', bytes, created_at: 1, filename, purpose, status: 'processed', content } as const;
      files.set(stored.id, stored);
      return stored;
    },
  };
}

/** A service with files as OpenAI documents it, and with faults that a test puts in its way. It checks what it is sent as the real one does. */
export async function openaiService({ files, store }: ReturnType<typeof createStores>, parts: Parts) {
  const faults: Fault[] = [];
  const requests: string[] = [];
  const shown = ({ content: _, ...file }: StoredFile) => file;

  const routes: readonly Route[] = [
    [
      /^GET \/v1\/files$/,
      (_, __, url) =>
        page([...files.values()].filter(file => file.purpose === (url.searchParams.get('purpose') ?? file.purpose)).map(shown)),
    ],
    [/^POST \/v1\/files$/, async (_, request) => shown(await storeFile(request))],
    [
      /^GET \/v1\/files\/([\w-]+)\/content$/,
      ([, name]) => {
        const file = files.get(name ?? '');
        if (!file) throw new Refusal(404, `No such File object: ${name}`);
        return file.content;
      },
    ],
    ...parts.routes,
  ];

  async function storeFile(request: IncomingMessage): Promise<StoredFile> {
    const form = await new Response(await bytesOf(request), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) throw new Refusal(400, "'file' is a required property");
    if (form.get('purpose') !== parts.purpose) throw new Refusal(400, `'purpose' must be '${parts.purpose}'`);
    const content = await file.text();
    const fault = parts.fault(content);
    if (fault !== null) throw new Refusal(400, fault);
    return store(file.name, parts.purpose, content);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const name = `${request.method} ${url.pathname}`;
    requests.push(name);
    const at = faults.findIndex(({ on }) => on.test(name));
    const fault = at < 0 ? null : (faults.splice(at, 1)[0]?.what ?? null);
    if (fault === 'cut-before') return void request.socket.destroy();
    if (typeof fault === 'number')
      return send(
        response,
        fault,
        { error: { message: 'Come back later', type: 'server_error', param: null, code: null } },
        { 'retry-after-ms': '1' },
      );
    try {
      if (request.headers.authorization !== `Bearer ${KEY}`) throw new Refusal(401, 'Incorrect API key provided');
      const route = routes.find(([pattern]) => pattern.test(name));
      const match = route?.[0].exec(name);
      if (!route || !match) throw new Refusal(404, `Unknown request URL: ${name}`);
      const body = await route[1](match, request, url);
      if (fault === 'cut-after') return void request.socket.destroy();
      if (fault === 'cut-within') {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        response.writeHead(200, { 'content-type': 'application/octet-stream' });
        return void response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
      }
      send(response, 200, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { error: { message: error.message, type: 'invalid_request_error', param: null, code: null } });
    }
  }

  const server = createServer((request, response) =>
    answer(request, response).catch(error => {
      // A client that was killed in the middle of its request.
      if (!request.destroyed) throw error;
    }),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    files,
    faults,
    requests,
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What the service answers to what it cannot do. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const page = (data: readonly object[]) => ({ object: 'list', data, has_more: false });

function send(response: ServerResponse, status: number, body: object | string, headers: Record<string, string> = {}): void {
  const isText = typeof body === 'string';
  response
    .writeHead(status, { 'content-type': isText ? 'application/octet-stream' : 'application/json', ...headers })
    .end(isText ? body : JSON.stringify(body));
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
