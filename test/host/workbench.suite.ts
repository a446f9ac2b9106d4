import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the workbench', () => {
  it('has the extension, from this folder', () => {
    const extension = vscode.extensions.getExtension('lema.lema-math-tutor');
    assert.ok(extension, 'lema.lema-math-tutor is not loaded');
  });
});
