import { staysHere } from '../../model/endpoint.ts';
import { setting } from '../settings.ts';

/** The model that the person chose. `endpoint` is a base URL, or `vscode` for the editor's own models. */
export interface ChosenModel {
  readonly endpoint: string;
  readonly name: string;
}

/** The chosen model, null when none was: then nothing is contacted. */
export function chosenModel(): ChosenModel | null {
  const endpoint = setting('lema.model.endpoint').trim();
  const name = setting('lema.model.name').trim();
  return endpoint && name ? { endpoint, name } : null;
}

/** Where text goes, in words. */
export function whereTextGoes(model: ChosenModel | null): string {
  if (!model) return 'Everything stays on this machine.';
  if (model.endpoint === 'vscode') return 'A solution goes to the model provider of VS Code when you check it by command.';
  if (staysHere(model.endpoint)) return 'Everything stays on this machine: the model runs here.';
  const host = URL.canParse(model.endpoint) ? new URL(model.endpoint).host : model.endpoint;
  return `A solution goes to ${host} when you check it by command.`;
}
