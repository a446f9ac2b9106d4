import { text } from 'node:stream/consumers';
import { createStores, openaiService, page, Refusal, type Route } from './openai-service.ts';
import type { ChatBody } from './scripted-server.ts';

interface StoredBatch {
  readonly id: string;
  readonly object: 'batch';
  readonly endpoint: string;
  readonly completion_window: string;
  readonly input_file_id: string;
  readonly created_at: number;
  readonly metadata: Record<string, string> | null;
  status: 'validating' | 'failed' | 'in_progress' | 'finalizing' | 'completed' | 'expired' | 'cancelling' | 'cancelled';
  output_file_id: string | null;
  error_file_id: string | null;
  request_counts: { total: number; completed: number; failed: number };
  errors: { object: 'list'; data: { code: string; message: string; line: number | null; param: string | null }[] } | null;
}

interface Request {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: ChatBody;
}

/**
 * A batch service as OpenAI documents it: files, batches, cancel. A batch goes a part of its way each time that it is looked at. It checks the requests as the
 * real one does, and gives the replies in another order than they were asked in.
 * @param reply what the model says; a number is the status with which the request failed.
 */
export async function batchServer(reply: (body: ChatBody) => string | number) {
  const stores = createStores();
  const { files, id, store } = stores;
  const batches = new Map<string, StoredBatch>();
  let expiresAfter = Number.POSITIVE_INFINITY;
  let requestsALook = 5;

  const requestsOf = ({ input_file_id }: StoredBatch): Request[] =>
    linesOf(files.get(input_file_id)?.content ?? '').map(line => JSON.parse(line));

  function end(batch: StoredBatch, status: 'completed' | 'expired' | 'cancelled'): void {
    batch.status = status;
    const asked = requestsOf(batch).slice(0, batch.request_counts.completed + batch.request_counts.failed);
    const rows = asked.reverse().map(({ custom_id, body }) => {
      const said = reply(body);
      const failed = typeof said === 'number';
      const choices = [{ index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' }];
      const given = failed
        ? { error: { message: 'no', type: 'server_error' } }
        : { id: 'c', object: 'chat.completion', created: 0, model: body.model, choices, usage: { prompt_tokens: 9, completion_tokens: 9 } };
      const response = { status_code: failed ? said : 200, request_id: id('req'), body: given };
      return { failed, line: `${JSON.stringify({ id: id('batch_req'), custom_id, response, error: null })}\n` };
    });
    const fileOf = (failed: boolean, name: string): string | null => {
      const content = rows.flatMap(row => (row.failed === failed ? [row.line] : [])).join('');
      return content === '' ? null : store(`${batch.id}_${name}.jsonl`, 'batch_output', content).id;
    };
    batch.output_file_id = fileOf(false, 'output');
    batch.error_file_id = fileOf(true, 'error');
  }

  /** What a batch does between two looks at it. */
  function advance(batch: StoredBatch): void {
    const { request_counts: counts } = batch;
    if (batch.status === 'validating') {
      const data = faultsOf(files.get(batch.input_file_id)?.content ?? '');
      if (data.length > 0) {
        batch.status = 'failed';
        batch.errors = { object: 'list', data };
      } else {
        batch.status = 'in_progress';
        counts.total = requestsOf(batch).length;
      }
    } else if (batch.status === 'in_progress') {
      const done = counts.completed + counts.failed;
      for (const { body } of requestsOf(batch).slice(done, done + Math.min(requestsALook, expiresAfter - done)))
        counts[typeof reply(body) === 'number' ? 'failed' : 'completed']++;
      if (counts.completed + counts.failed >= expiresAfter) end(batch, 'expired');
      else if (counts.completed + counts.failed === counts.total) batch.status = 'finalizing';
    } else if (batch.status === 'finalizing') end(batch, 'completed');
    else if (batch.status === 'cancelling') end(batch, 'cancelled');
  }

  function known(name: string | undefined): StoredBatch {
    const batch = batches.get(name ?? '');
    if (batch === undefined) throw new Refusal(404, `No batch found with id '${name}'.`);
    return batch;
  }

  function create(wanted: Partial<StoredBatch>): StoredBatch {
    const { endpoint, completion_window, input_file_id, metadata = null } = wanted;
    if (endpoint !== '/v1/chat/completions') throw new Refusal(400, `Invalid value: '${endpoint}'.`);
    if (completion_window !== '24h') throw new Refusal(400, `Invalid value: '${completion_window}'. Value must be '24h'.`);
    if (files.get(input_file_id ?? '')?.purpose !== 'batch' || input_file_id === undefined)
      throw new Refusal(400, `Invalid 'input_file_id': ${input_file_id}`);
    const batch: StoredBatch = {
      id: id('batch'),
      object: 'batch',
      endpoint,
      completion_window,
      input_file_id,
      created_at: 1,
      metadata,
      status: 'validating',
      output_file_id: null,
      error_file_id: null,
      request_counts: { total: 0, completed: 0, failed: 0 },
      errors: null,
    };
    batches.set(batch.id, batch);
    return batch;
  }

  const routes: readonly Route[] = [
    [/^GET \/v1\/batches$/, () => page([...batches.values()].reverse())],
    [/^POST \/v1\/batches$/, async (_, request) => create(JSON.parse(await text(request)))],
    [
      /^GET \/v1\/batches\/([\w-]+)$/,
      ([, name]) => {
        const batch = known(name);
        advance(batch);
        return batch;
      },
    ],
    [
      /^POST \/v1\/batches\/([\w-]+)\/cancel$/,
      ([, name]) => {
        const batch = known(name);
        if (['completed', 'failed', 'expired', 'cancelled'].includes(batch.status))
          throw new Refusal(400, `Cannot cancel a batch with status '${batch.status}'.`);
        batch.status = 'cancelling';
        return batch;
      },
    ],
  ];

  return {
    ...(await openaiService(stores, { purpose: 'batch', fault: content => (content === '' ? 'File is empty.' : null), routes })),
    batches,
    /** The day is over after so many replies. */
    expire: (after: number) => {
      expiresAfter = after;
    },
    /** Replies between two looks at a batch. */
    pace: (count: number) => {
      requestsALook = count;
    },
  };
}

const linesOf = (content: string): string[] => content.split('\n').filter(line => line.trim() !== '');

function faultsOf(content: string) {
  const ids = new Set<string>();
  const models = new Set<string>();
  return linesOf(content).flatMap((line, i) => {
    const fault = (message: string) => [{ code: 'invalid_request', message, line: i + 1, param: null }];
    try {
      const { custom_id, method, url, body } = JSON.parse(line) as Request;
      models.add(body.model);
      if (ids.size === ids.add(custom_id).size) return fault('The custom_id for this request is a duplicate of another request.');
      if (method !== 'POST' || url !== '/v1/chat/completions')
        return fault(`The URL provided for this request does not match the batch endpoint.`);
      if (models.size > 1) return fault('The batch file contains requests for more than one model.');
      return body.messages.length > 0 ? [] : fault("'messages' is too short.");
    } catch {
      return fault('This line is not parseable as valid JSON.');
    }
  });
}
