import { createReadStream, statSync } from 'node:fs';
import type OpenAI from 'openai';
import { z } from 'zod';
import { modelError, openClient, requestOptions } from '../model/client.ts';
import { deadlineOf, pause } from '../model/deadline.ts';
import { placeOf } from '../model/endpoint.ts';
import { ModelError } from '../model/errors.ts';
import { mayRetry, retryDelay } from '../model/retry.ts';

const REQUEST_MS = 60_000;
/** For a whole file, up or down. */
export const FILE_MS = 1_800_000;
/** Failed attempts at one request, after which its error stands. */
const ATTEMPTS = 6;
export const PAGE = 100;

const fileSchema = z.object({ id: z.string(), filename: z.string(), bytes: z.number().nullish() });
export const pageOf = <T>(row: z.ZodType<T>) => z.object({ data: z.array(row), has_more: z.boolean().nullish() });

/** A page as the service sent it. */
export const body = (page: { readonly data: unknown; readonly has_more?: boolean }) => ({ data: page.data, has_more: page.has_more });

type Options = ReturnType<typeof requestOptions>;
interface Limits {
  /** Time for each attempt. */
  readonly ms?: number;
  /** In the place of the signal of the service. */
  readonly stop?: AbortSignal;
}

/** A service that speaks OpenAI's protocol for files and jobs. */
export interface Service {
  readonly where: string;
  /** What a request comes to. It is made again after a passing fault: so it has to look first whether it was carried out. @throws ModelError */
  asked<T>(schema: z.ZodType<T>, request: (client: OpenAI, options: Options) => Promise<unknown>, limits?: Limits): Promise<T>;
  /** The name that the service gives to a file. A file of this name that is there already is not sent again. */
  upload(path: string, name: string, purpose: 'fine-tune' | 'batch'): Promise<string>;
}

/** @param limit bytes of one response that are read at most. */
export async function openService(
  endpoint: { readonly baseUrl: string; readonly key: string },
  signal: AbortSignal,
  limit?: number,
): Promise<Service> {
  const where = placeOf(endpoint.baseUrl);
  const { client, library } = await openClient(endpoint, where, limit);

  const asked: Service['asked'] = async (schema, request, { ms = REQUEST_MS, stop = signal } = {}) => {
    for (let failures = 0; ; ) {
      const deadline = deadlineOf(stop, ms);
      try {
        return schema.parse(await request(client, requestOptions(deadline)));
      } catch (error) {
        if (isOfFile(error)) throw error;
        const status = error instanceof library.APIError ? error : null;
        const passes =
          status === null
            ? !(error instanceof z.ZodError || (error instanceof ModelError && error.reason !== 'cut-off'))
            : status.status === undefined || mayRetry(status.status);
        const wait = retryDelay(status?.headers, failures++);
        if (!passes || failures >= ATTEMPTS || stop.aborted) throw modelError(error, where, deadline, library);
        await pause(wait, stop);
      }
    }
  };

  return {
    where,
    asked,
    async upload(path, name, purpose) {
      const bytes = statSync(path).size;
      const send = async (c: OpenAI, o: Options) => {
        const listed = pageOf(fileSchema).parse(await c.files.list({ purpose, limit: PAGE }, o).then(body));
        const there = listed.data.find(file => file.filename === name && (file.bytes ?? bytes) === bytes);
        if (there) return there;
        const { toFile } = await import('openai');
        return c.files.create({ file: await toFile(createReadStream(path), name), purpose }, o);
      };
      return (await asked(fileSchema, send, { ms: FILE_MS })).id;
    },
  };
}

/** A full disk, say: an error of the file system, which is told as it is. */
const isOfFile = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
