import type { Checked } from '../correction/corrector.ts';
import { judgeWith } from '../correction/judge.ts';
import { modelCorrector } from '../correction/model.ts';
import { openaiPort } from '../model/client.ts';
import { normaliseBaseUrl } from '../model/endpoint.ts';
import { findServers } from '../model/find.ts';
import type { AskPort } from '../model/port.ts';
import { protocolFor } from '../model/protocol/protocol.ts';
import type { Solution } from '../solution/solution.ts';
import { type Call, choice, number, text, UsageError } from './command.ts';

/** A model that was named by the caller, ready to weigh in on solutions. Text goes to its server and nowhere else. */
export interface Judge {
  judge(solution: Solution, checked: Checked): Promise<{ readonly checked: Checked; readonly trouble?: string }>;
}

/** Finds the server and opens the model. @throws UsageError when no server has it. */
export async function openModel(model: string, call: Call): Promise<Judge> {
  const protocol = protocolFor(model, choice<'auto' | 'json' | 'lema'>(call, 'protocol', ['auto', 'json', 'lema'], 'auto'));
  const samples = number(call, 'samples', 1, 1);
  const deadlineMs = number(call, 'deadline', 60, 1) * 1000;
  const corrector = modelCorrector(await openPort(model, call), { protocol, samples });
  return {
    judge: (solution, checked) =>
      judgeWith(corrector, solution, checked, { signal: call.signal, deadlineMs, now: () => performance.now() }),
  };
}

/** The model at the server that the caller names, or at one found on this machine. @throws UsageError when no server has it. */
export async function openPort(model: string, call: Call): Promise<AskPort> {
  const key = process.env.LEMA_API_KEY;
  const baseUrl = await baseUrlOf(model, text(call, 'endpoint'), call.signal);
  return openaiPort({ baseUrl, model, ...(key ? { key } : {}) });
}

/** Where a model is asked: at the endpoint that was named, or at the server of this machine that offers it. @throws UsageError when there is none. */
export async function baseUrlOf(model: string, endpoint: string | undefined, signal: AbortSignal): Promise<string> {
  if (endpoint !== undefined) {
    const base = normaliseBaseUrl(endpoint);
    if ('problem' in base) throw new UsageError(`--endpoint: ${base.problem}`);
    return base.url;
  }
  const servers = await findServers({ signal });
  const server = servers.find(s => s.models.includes(model));
  if (server !== undefined) return server.baseUrl;
  const offered = servers.flatMap(s => s.models);
  throw new UsageError(
    offered.length > 0
      ? `no server on this machine offers '${model}'; offered are ${offered.join(', ')}; or name a server with --endpoint`
      : 'no model server was found on this machine; start one, or name one with --endpoint',
  );
}
