/** Words that say there is no value. */
const VALUELESS: ReadonlySet<string> = new Set([
  'undefined',
  'dne',
  'does not exist',
  'not defined',
  'doesn t exist',
  'no value',
  'indeterminate',
]);

/** Words that are a statement of their own and are read as one. */
const STATEMENTS = /^(there (is|are) )?(no|all) |^(true|false|none|empty set)$|^π /;

/**
 * An answer in words, in small letters without punctuation: 'Tuesday', 'does not exist', the letter of a choice `\text{(C)}`. Null for mathematics; a bare letter
 * may be either, and is taken for a choice only when `other` is one.
 */
export function wordsOf(text: string, other = false): string | null {
  const boxed = /^\\(?:text|textbf|textit|textrm|mathrm|mathbf|mbox)\s*\{([^{}\\$=<>+^_]*)\}$/.exec(text.trim());
  const plain = (boxed?.[1] ?? text).trim();
  const letters = plain
    .toLowerCase()
    .replace(/[^\p{L}\s]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (letters === '' || /\d/.test(plain) || STATEMENTS.test(letters)) return null;
  if (/^\(?[A-Za-z]\)?$/.test(plain)) return (boxed && /[A-Z]/.test(plain)) || other ? letters : null;
  if (boxed) return letters.length > 1 || VALUELESS.has(letters) ? letters : null;
  const isWords = /^[\p{L}][\p{L}' .-]*$/u.test(plain) && /[\p{L}]{4}/u.test(plain) && /[aeiou]/i.test(plain);
  return isWords || VALUELESS.has(letters) ? letters : null;
}

/** Whether the words say that there is no value. */
export function isValueless(words: string): boolean {
  return VALUELESS.has(words);
}

/** Whether two answers in words say the same; null where different words may still mean it. */
export function sameWords(a: string, b: string): boolean | null {
  if (a === b || (isValueless(a) && isValueless(b))) return true;
  if (a.startsWith(`${b} `) || b.startsWith(`${a} `)) return b.includes(' ') && a.includes(' ') ? true : null;
  return a.includes(' ') || b.includes(' ') ? null : false;
}
