import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import { chosenModel, whereTextGoes } from '../model/choice.ts';
import { onSetting } from '../settings.ts';
import { selector } from './selector.ts';

/** One language status item: which engine checks, which model was chosen, and where text goes. */
export const status: Feature = {
  name: 'status item',
  start: app => {
    const item = vscode.languages.createLanguageStatusItem('lema.status', selector);
    item.name = 'LeMa Math Tutor';
    item.command = { title: 'Select Model…', command: 'lema.selectModel' };
    const draw = () => {
      const model = chosenModel();
      item.text = model ? `LeMa: checker + ${model.name}` : 'LeMa: embedded checker';
      item.detail = whereTextGoes(model);
      item.busy = app.checking.busy();
      item.severity = vscode.LanguageStatusSeverity.Information;
      item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
    };
    draw();
    return vscode.Disposable.from(item, app.checking.onDidChangeBusy(draw), onSetting(['lema.model.endpoint', 'lema.model.name'], draw));
  },
};
