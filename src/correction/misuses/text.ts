import { inDigits, plainText } from '../asked/text.ts';

/** Plain words: numbers in digits without signs of thousands, fractions in one line. */
export const plainWords = (text: string): string =>
  inDigits(
    plainText(text)
      .replace(/\\[dt]?frac\s*\{?(\d+)\}?\s*\{?(\d+)\}?/g, ' $1/$2 ')
      .replace(/\\(?:text|mathrm|textbf)\{([^{}]*)\}/g, ' $1 ')
      .replace(/\\(?:times|cdot)/g, '·')
      .replace(/\\approx/g, '≈')
      .replace(/\\(?:Rightarrow|implies|to)\b/g, '⇒')
      .replace(/\^?\{?\\circ\}?/g, '°')
      .replace(/\\[,;:! ]/g, ' ')
      .replace(/\\%/g, '%')
      .replace(/\\Omega/g, 'Ω')
      .replace(/[€£$]\s?(?=\d)/g, '')
      .replace(/(\d)\s?[€£]/g, '$1')
      .replace(/½/g, '1/2')
      .replace(/⅓/g, '1/3')
      .replace(/¼/g, '1/4')
      .replace(/¾/g, '3/4')
      .replace(/⅔/g, '2/3')
      .replace(/(\d)[,  ](?=\d{3}(?!\d))/g, '$1')
      .replace(/[−–]/g, '-')
      .replace(/\s+/g, ' '),
  );
