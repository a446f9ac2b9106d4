import { normaliseBaseUrl } from '../model/endpoint.ts';
import { UsageError } from './command.ts';

const OPENAI = 'https://api.openai.com/v1';

/** Where a service is that works for money, and the key to it. @param what the service, for people. */
export function serviceEndpoint(written: string | undefined, what: string): { readonly baseUrl: string; readonly key: string } {
  const key = process.env.LEMA_API_KEY;
  if (!key) throw new UsageError(`set LEMA_API_KEY to the key of ${what}`);
  const endpoint = normaliseBaseUrl(written ?? OPENAI);
  if ('problem' in endpoint) throw new UsageError(`--endpoint: ${endpoint.problem}`);
  return { baseUrl: endpoint.url, key };
}
