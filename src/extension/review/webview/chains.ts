import type { Chain, Chains } from '../../../correction/picture/chain.ts';
import { chainInWords, svgOf } from '../../../correction/picture/svg.ts';
import { estimate, type Measure } from '../../../correction/picture/text.ts';
import { element } from './element.ts';

/** Wider pictures are harder to follow, not easier. */
const WIDEST = 440;

/** What was computed from what, as a picture and as a list: the student's chain, and beside it the right one. */
export function chains({ own, right }: Chains, index: number): HTMLElement {
  return element(
    'div',
    { class: right ? 'sides two chains' : 'sides chains' },
    figure(own, 'What you computed from what', `chain-${index}-own`),
    right ? figure(right, 'What it should be computed from', `chain-${index}-right`) : null,
  );
}

function figure(chain: Chain, title: string, id: string): HTMLElement {
  const picture = element('div', { class: 'picture' });
  const list = element('ol', {}, ...chainInWords(chain).map(words => element('li', {}, words)));
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.min(WIDEST, Math.floor(entry?.contentRect.width ?? 0));
    if (width === drawn || width === 0) return;
    drawn = width;
    picture.innerHTML = svgOf(chain, { id, title, width, measure: measureIn(picture) });
  }).observe(picture);
  return element(
    'figure',
    {},
    element('figcaption', {}, title),
    picture,
    element('details', { id: `${id}-list` }, element('summary', {}, 'The same as a list'), list),
  );
}

/** Measures in the font that an element is drawn in. */
function measureIn(place: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(place);
  if (!context) return estimate;
  return (text, size, bold) => {
    context.font = `${bold ? '600 ' : ''}${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
