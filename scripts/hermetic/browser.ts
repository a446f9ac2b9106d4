import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/cli/class/pdf.ts';

/** What to do on a machine that has no Chromium. */
const chromiumAdvice =
  'Chromium was not found. Install it (Debian, Ubuntu: apt-get install chromium; macOS, Windows: Google Chrome), or name it in LEMA_CHROMIUM.';

/** Starts Chromium without a window; the caller closes it in a `finally`. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(chromiumAdvice);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    '--force-color-profile=srgb',
  ];
  return chromium.launch({ executablePath, args, timeout: 120_000 });
}

/** What the workbench loads from source: an extension folder and, for in-host suites, the test entry. */
export interface Development {
  readonly extension: string;
  readonly tests?: string;
}

/** Makes the page's workbench load an extension from its folder; call it before `goto`. */
export async function develop(page: Page, development: Development): Promise<void> {
  await page.addInitScript(({ extension, tests }) => {
    const id = 'vscode-workbench-web-configuration';
    new MutationObserver((_, observer) => {
      const meta = document.getElementById(id);
      if (meta === null) return;
      observer.disconnect();
      const settings = JSON.parse(meta.getAttribute('data-settings') ?? '{}');
      const uri = (path: string) => ({ $mid: 1, scheme: 'vscode-remote', authority: settings.remoteAuthority, path });
      settings.developmentOptions = { extensions: [uri(extension)], ...(tests === undefined ? {} : { extensionTestsPath: uri(tests) }) };
      meta.setAttribute('data-settings', JSON.stringify(settings));
    }).observe(document, { childList: true, subtree: true });
  }, development);
}

if (import.meta.main) {
  const found = findBrowser();
  console.log(found === undefined ? `✗ ${chromiumAdvice}` : `Chromium: ${found}`);
  process.exitCode = found === undefined ? 1 : 0;
}
