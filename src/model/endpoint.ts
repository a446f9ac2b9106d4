/** Where a model is served, and as whom it is asked. */
export interface Endpoint {
  /** Normalised, see `normaliseBaseUrl`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: string;
}

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/i;
const OPERATIONS = /\/(chat\/completions|completions|chat|models|embeddings|responses)$/i;
const VERSION = /\/v\d+[a-z]*\d*(\/|$)/i;

/**
 * The base URL that a person meant: `localhost:8000`, `http://host/v1/chat/completions/` and `https://host` all become `…/v1`.
 * A scheme that is missing is `http` for this machine and `https` for any other. A path that names a version is left as it is.
 * Addresses that are not HTTP, and such as carry a name and password (they would be shown in messages), are refused with a sentence that says so.
 */
export function normaliseBaseUrl(text: string): { readonly url: string } | { readonly problem: string } {
  const written = text.trim();
  if (written === '') return { problem: 'Enter the address of a server, for example http://localhost:8000/v1.' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return { problem: `A model server is reached by http or https, not by ${scheme}.` };
  const host = scheme === undefined ? (/^(\[[^\]]*\]|[^:/?#]*)/.exec(written)?.[0] ?? '') : '';
  const guess = scheme === undefined ? `${LOCAL.test(host) ? 'http' : 'https'}://${written}` : written;
  const url = URL.canParse(guess) ? new URL(guess) : null;
  if (url === null || url.hostname === '' || /\s/.test(written))
    return { problem: 'This is not an address. Example: http://localhost:8000/v1.' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'Leave the name and password out of the address, and set the API key by itself.' };
  let path = url.pathname.replace(/\/+/g, '/').replace(/\/$/, '');
  while (OPERATIONS.test(path)) path = path.replace(OPERATIONS, '');
  if (!VERSION.test(path)) path += '/v1';
  return { url: url.origin + path };
}

/** True when text sent to this address stays on this machine. */
export function staysHere(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && LOCAL.test(new URL(baseUrl).hostname);
}

/** The address as it stands in messages: no path, no query. */
export function placeOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'the model server';
}
