/** What the page of a panel says and loads. The addresses are those that the webview may read. */
export interface PageParts {
  readonly title: string;
  /** What it says until its script has drawn it. */
  readonly words: string;
  /** A fresh random word; only the script that carries it runs. */
  readonly nonce: string;
  /** The source that styles and fonts may come from. */
  readonly source: string;
  readonly styles: readonly string[];
  readonly script: string;
}

/** The page of a panel. Nothing runs, loads or is sent but what its policy names; it has no inline style or script. */
export function panelPage({ title, words, nonce, source, styles, script }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; font-src ${source}; img-src ${source} data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map(style => `<link rel="stylesheet" href="${style}">`).join('\n')}
<title>${title}</title>
</head>
<body>
<main id="main"><p class="quiet">${words}</p></main>
<p id="said" class="unseen" role="status"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
