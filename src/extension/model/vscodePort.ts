import * as vscode from 'vscode';
import type { AskPort, Message } from '../../model/port.ts';

/** The models that VS Code itself offers, by their id. Asking for them the first time makes VS Code ask the person for consent. */
export async function vscodeModels(): Promise<readonly vscode.LanguageModelChat[]> {
  try {
    return await vscode.lm.selectChatModels();
  } catch {
    return [];
  }
}

/** One of VS Code's own models as a port; null when it is not offered any more. `failure` makes the error a port may reject with. */
export async function vscodePort(id: string, failure: (reason: 'aborted' | 'timeout' | 'server') => Error): Promise<AskPort | null> {
  const model = (await vscodeModels()).find(candidate => candidate.id === id);
  if (!model) return null;
  return {
    name: model.name,
    where: 'VS Code',
    ask: async (messages, { signal, deadlineMs, n = 1, onToken }) => {
      const cancel = new vscode.CancellationTokenSource();
      let late = false;
      const stop = () => cancel.cancel();
      const timer = setTimeout(
        () => {
          late = true;
          stop();
        },
        Math.max(0, deadlineMs),
      );
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      try {
        const replies = [];
        for (let sample = 0; sample < n; sample++) {
          let text = '';
          const reply = await model.sendRequest(
            messages.map(toChat),
            { justification: 'To check the worked solution you asked about.' },
            cancel.token,
          );
          for await (const piece of reply.text) {
            text += piece;
            if (sample === 0) onToken?.(piece);
          }
          replies.push({ text, complete: !cancel.token.isCancellationRequested });
        }
        return replies;
      } catch {
        throw failure(signal.aborted ? 'aborted' : late ? 'timeout' : 'server');
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        cancel.dispose();
      }
    },
  };
}

/** VS Code's messages have no system role: what would stand there opens the conversation. */
const toChat = ({ role, content }: Message): vscode.LanguageModelChatMessage =>
  role === 'assistant' ? vscode.LanguageModelChatMessage.Assistant(content) : vscode.LanguageModelChatMessage.User(content);
