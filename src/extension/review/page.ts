/** What the page of the review panel loads. The addresses are those that the webview may read. */
export interface PageParts {
  /** A fresh random word; only the script that carries it runs. */
  readonly nonce: string;
  /** The source that styles and fonts may come from. */
  readonly source: string;
  readonly styles: readonly string[];
  readonly script: string;
}

/** The page of the review panel. Nothing runs, loads or is sent but what its policy names; it has no inline style or script. */
export function reviewPage({ nonce, source, styles, script }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; font-src ${source}; img-src ${source} data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map(style => `<link rel="stylesheet" href="${style}">`).join('\n')}
<title>Review</title>
</head>
<body>
<main id="review"><p class="quiet">Checking…</p></main>
<p id="said" class="unseen" role="status"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
