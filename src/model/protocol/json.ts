import { z } from 'zod';
import { FENCE_RULE, fenced } from './fence.ts';
import type { Protocol, Reading, Task, Unread } from './protocol.ts';
import { cleanAnswer, isNone, stepNumber, withoutThinking } from './reply.ts';

/** What a reply must be. The work comes first: a model that goes through the steps before it judges, judges better. */
const replySchema = z.object({
  work: z.string().describe('Go through the steps one by one: what each should be, and whether the student has it.'),
  incorrect_step: z.number().int().min(1).nullable().describe('Number of the first incorrect step; null when every step is right.'),
  explanation: z.string().describe('Why that step is incorrect, said to the student; empty when every step is right.'),
  correct_steps: z.array(z.string()).describe('The corrected step and every step after it to the end; empty when every step is right.'),
  answer: z.string().nullable().describe('The right final answer.'),
});

/** What is read: the same, and what models without structured output make of it. */
const readSchema = z.object({
  incorrect_step: z.union([z.number().int(), z.string(), z.null()]),
  explanation: z.string().nullish(),
  correct_steps: z.union([z.array(z.union([z.string(), z.number()])), z.string()]).nullish(),
  answer: z.union([z.string(), z.number()]).nullish(),
});

const { $schema: _, ...schema } = z.toJSONSchema(replySchema);

const INSTRUCTION = `You check a student's worked solution of a math problem. Find the first incorrect step, explain why it is incorrect, and give the correct steps from there to the answer. A step is incorrect when what it says is false, does not follow, or is not what the problem asks to compute; an unusual way that is right is right.
${FENCE_RULE}
Reply with one JSON object with the keys "work", "incorrect_step" (number or null), "explanation", "correct_steps" (list of strings) and "answer", and nothing else.`;

export const jsonProtocol: Protocol = {
  name: 'json',
  schema: { name: 'correction', schema },
  write: task => [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: fenced(writeTask(task)) },
  ],
  read: readJson,
};

function writeTask({ problem, steps, stated }: Task): string {
  const numbered = steps.map((text, index) => ({ step: index + 1, text }));
  return JSON.stringify({ problem, steps: numbered, ...(stated ? { answer: stated } : {}) }, null, 1);
}

function readJson(reply: string, complete: boolean): Reading | Unread {
  const object = firstObject(withoutThinking(reply));
  if (object === null) return unread(complete, 'it is not a JSON object');
  if (object === 'open') return { problem: 'cut-off', why: 'its JSON ends in the middle' };
  const parsed = readSchema.safeParse(object);
  if (!parsed.success) return unread(complete, 'its JSON lacks what was asked for');
  const { incorrect_step, explanation, correct_steps, answer } = parsed.data;
  const none = incorrect_step === null || incorrect_step === -1 || (typeof incorrect_step === 'string' && isNone(incorrect_step));
  if (none) return { step: null, explanation: explanation ?? '', correctSteps: [], answer: null };
  const step = typeof incorrect_step === 'number' ? incorrect_step : stepNumber(incorrect_step);
  if (step === null) return unread(complete, 'it names no incorrect step');
  if (!explanation?.trim()) return unread(complete, 'it names a step and does not say why');
  const lines = typeof correct_steps === 'string' ? correct_steps.split('\n') : (correct_steps ?? []);
  return {
    step,
    explanation: explanation.trim(),
    correctSteps: lines.map(line => withoutNumber(String(line))).filter(line => line !== ''),
    answer: cleanAnswer(String(answer ?? '')),
  };
}

const unread = (complete: boolean, why: string): Unread =>
  complete ? { problem: 'nonsense', why } : { problem: 'cut-off', why: 'it ran into its length limit' };

const withoutNumber = (line: string): string => line.replace(/^\s*step\s*\d+\s*[:.)]\s*/i, '').trim();

/** The first JSON object in a text, whatever stands around it; 'open' when it does not end, null when there is none. */
function firstObject(text: string): unknown {
  const start = text.indexOf('{');
  if (start < 0) return null;
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return parsed(text.slice(start, i + 1));
  }
  return 'open';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
