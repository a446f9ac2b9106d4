import katex from 'katex';

/** Mathematics typeset into a place, or its source where KaTeX cannot read it. */
export function typesetIn(place: HTMLElement, tex: string): void {
  try {
    katex.render(tex, place, { throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 20 });
  } catch {
    place.textContent = tex;
    place.classList.add('source');
  }
}
