/** Text as HTML shows it, in elements and in attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

export interface Page {
  readonly title: string;
  /** CSS, ours. */
  readonly style: string;
  /** HTML in which everything that came from outside is escaped. */
  readonly body: string;
  readonly language?: string;
}

/** One self-contained page: no script, nothing fetched. */
export function htmlPage({ title, style, body, language = 'en' }: Page): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
