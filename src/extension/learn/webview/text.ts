import { splitMaths } from '../../lines.ts';
import { element } from '../../review/webview/element.ts';
import { typesetIn } from '../../review/webview/formula.ts';

/** Text of a row as elements: mathematics typeset, and every other sign as it is. */
export function written(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const { maths, source } of splitMaths(text)) {
    if (!maths) made.append(source);
    else {
      const place = element('span', { class: 'maths' });
      typesetIn(place, source);
      made.append(place);
    }
  }
  return made;
}
