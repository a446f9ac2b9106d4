import type * as vscode from 'vscode';

/** The documents that language features are registered for. */
export const selector: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'latex' },
  { language: 'tex' },
  { language: 'plaintext' },
];
