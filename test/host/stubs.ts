import * as vscode from 'vscode';

type Window = typeof vscode.window;

/** Puts other functions in the place of the window's own while `run` runs: a person's answers, and what is shown to them. */
export async function withWindow(stubs: { readonly [K in keyof Window]?: unknown }, run: () => PromiseLike<unknown>): Promise<void> {
  const originals = Object.fromEntries(Object.keys(stubs).map(name => [name, vscode.window[name as keyof Window]]));
  Object.assign(vscode.window, stubs);
  try {
    await run();
  } finally {
    Object.assign(vscode.window, originals);
  }
}

/** Answers every input box with this text; undefined turns away. */
export const answering = (text: string | undefined, run: () => PromiseLike<unknown>): Promise<void> =>
  withWindow({ showInputBox: async () => text }, run);

/** The messages and status answers that are shown while `run` runs; `pick` presses the button of that name on each. */
export async function shownBy(run: () => PromiseLike<unknown>, pick?: string): Promise<readonly string[]> {
  const shown: string[] = [];
  const show = async (message: string, ...actions: readonly string[]) => {
    shown.push(message);
    return actions.find(action => action === pick);
  };
  await withWindow(
    { showInformationMessage: show, showWarningMessage: show, setStatusBarMessage: (message: string) => shown.push(message) },
    run,
  );
  return shown;
}
