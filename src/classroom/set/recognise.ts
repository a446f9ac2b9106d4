/** The YAML between two lines of dashes that a Markdown file may begin with. */
export const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Whether a Markdown text says in its front matter that it is a problem set. */
export function isProblemSet(text: string): boolean {
  const matter = FRONT_MATTER.exec(text);
  return matter !== null && matter.index === 0 && /^problem-set[ \t]*:/m.test(matter[1] ?? '');
}
