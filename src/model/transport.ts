import { ModelError, ON_THE_WAY } from './errors.ts';

/** Bytes of one response that are read at most: 256 kB of text, each token wrapped in an event of its own. */
const RESPONSE_LIMIT = 4 * 1024 * 1024;

/** What a request says besides its body. Everything else that a library or the environment adds stays here. */
const HEADERS_SENT = ['accept', 'authorization', 'content-type', 'user-agent'];

/**
 * A `fetch` for talking to a model server. It sends no header but those needed, follows no redirection (text goes to the chosen server only),
 * refuses web pages, and stops reading a response that grows past the limit.
 * @param where the server's name in messages.
 */
export function guardedFetch(where: string, limit: number = RESPONSE_LIMIT): typeof fetch {
  return async (input, init) => {
    const given = new Headers(init?.headers);
    const headers = HEADERS_SENT.flatMap(name => {
      const value = given.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    const response = await fetch(input, { ...init, headers, redirect: 'manual' });
    if (response.ok && /\bhtml\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      throw new ModelError('nonsense', where, ON_THE_WAY.page);
    }
    return response.body === null ? response : limited(response, response.body, limit, where);
  };
}

function limited(response: Response, body: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number, where: string): Response {
  let read = 0;
  const meter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > limit) controller.error(replyTooLong(where));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(body.pipeThrough(meter), { status, statusText, headers });
}

/** The error for a reply that does not end. */
export const replyTooLong = (where: string): ModelError => new ModelError('nonsense', where, 'its reply is far too long and was refused');
