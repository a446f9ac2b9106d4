import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { develop, launchBrowser } from '../../scripts/hermetic/browser.ts';
import { root } from '../../scripts/hermetic/install.ts';
import { type Server, startServer } from '../../scripts/hermetic/server.ts';

/** How a journey's workbench looks. */
export interface WorkbenchOptions {
  readonly theme?: 'light' | 'dark';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Installs this package instead of loading the extension from the project folder. */
  readonly vsix?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
}

/** A workbench with one folder open. */
export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  /** Errors that the page's console printed and that mention this extension. */
  readonly errors: string[];
}

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** A step of a journey waits at most this long. */
export const stepMs = 90_000;

/**
 * Opens a folder in a fresh workbench, hands it to `journey`, and closes everything afterwards.
 * A failing journey leaves a screenshot in test-results/.
 */
export async function withWorkbench(
  folder: string,
  options: WorkbenchOptions,
  journey: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lema-journey-'));
  const settings = { 'workbench.colorTheme': themes[options.theme ?? 'light'], 'editor.fontSize': 15, ...options.settings };
  let server: Server | undefined;
  let browser: Browser | undefined;
  try {
    server = await startServer({
      dataDir,
      settings,
      ...(options.vsix === undefined ? {} : { vsix: options.vsix }),
      ...(options.env ? { env: options.env } : {}),
    });
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 }, deviceScaleFactor: 1 });
    page.setDefaultTimeout(stepMs);
    const errors: string[] = [];
    page.on('console', message => message.type() === 'error' && OURS.test(message.text()) && errors.push(message.text()));
    page.on('pageerror', error => OURS.test(String(error.stack)) && errors.push(String(error)));
    if (options.vsix === undefined) await develop(page, { extension: root });
    await page.goto(server.url(folder), { timeout: 180_000 });
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 180_000 });
    try {
      await journey({ page, server, errors });
    } catch (error) {
      await screenshot(page, join(root, 'test-results', `failed-${Date.now()}.png`)).catch(() => undefined);
      throw error;
    }
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What an error of the extension names. The workbench's own errors may name a folder of the test, such as its settings. */
const OURS = /lema-math-tutor|dist.extension|LeMa/;

/** Opens a file of the folder by its name. The list of files may still be loading, so what did not open is asked for again. */
export async function openFile(page: Page, name: string): Promise<void> {
  const base = name.split('/').at(-1) ?? name;
  const tab = page.locator(`.tab.active[data-resource-name="${base}"]`);
  for (let attempt = 1; attempt <= 3; attempt++) {
    await quickInput(page, 'ControlOrMeta+p', name);
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: base }).first();
    const opened = row
      .waitFor({ timeout: stepMs / 2 })
      .then(() => row.click())
      .then(() => tab.waitFor({ timeout: stepMs / 2 }));
    if (attempt === 3) await opened;
    else if (
      await opened.then(
        () => true,
        () => false,
      )
    )
      break;
  }
  await page.locator('.editor-instance').first().waitFor();
}

/** Runs a command by its title in the palette, as a person would. The palette lists what can be run when it opens, so one that opened too early is opened again. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  for (let attempt = 1; attempt < 4; attempt++) {
    await quickInput(page, 'F1', `>${title}`);
    const listed = await row.waitFor({ timeout: stepMs / 6 }).then(
      () => true,
      () => false,
    );
    if (listed) break;
  }
  await row.click();
}

/** Puts the cursor on a line and column (1-based) of the active editor. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await quickInput(page, 'ControlOrMeta+g', `:${line}:${column}`);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: `line ${line} ` })
    .first()
    .click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens the quick input with a key and types into it; presses the key again where a workbench that is still busy did not hear it. */
async function quickInput(page: Page, key: string, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-filter input');
  for (let waited = 0; waited < stepMs; waited += 10_000) {
    await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    const heard = await input.fill(text, { timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (heard) return;
    // Keys that a page in a frame has taken do not reach the workbench.
    await page.locator('.part.statusbar').click({ position: { x: 500, y: 10 } });
  }
  throw new Error(`no question opened for ${text}`);
}

/** The page of the extension's one open webview. While a page is replaced, the workbench keeps the old one active until the new one has loaded. */
export const webviewOf = (page: Page): FrameLocator => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

/** Saves what the person sees, when nothing moves any more. */
export async function screenshot(page: Page, file: string): Promise<void> {
  const folder = join(file, '..');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}
