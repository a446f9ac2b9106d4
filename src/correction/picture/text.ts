/** Width of a text in pixels, at a font size. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const NARROW = /[iljtfrI.,:;'|! ()]/;
const WIDE = /[mwMW@%—…]/;

/** A width that is seldom too small, for where no font can be asked. */
export const estimate: Measure = (text, size, bold) => {
  let ems = 0;
  for (const letter of text) ems += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.95 : /[A-Z0-9$€+=×÷−]/.test(letter) ? 0.66 : 0.58;
  return ems * size * (bold ? 1.08 : 1);
};

/** Lines no wider than `width`, broken between words, and within a word that is wider; the last of `most` ends with … when there is more. */
export function wrapped(text: string, width: number, fits: (line: string, width: number) => boolean, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap(whole => pieces(whole, width, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer, width)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`, width)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

function pieces(word: string, width: number, fits: (line: string, width: number) => boolean): string[] {
  const letters = [...word];
  if (fits(word, width)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of letters) {
    if (part !== '' && !fits(part + letter, width)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return part === '' ? parts : [...parts, part];
}
