/**
 * Runs inside the pane: texts that a person cannot read whole, as readable lines. A text is cut where something clips it
 * or it stands beyond the edge, squeezed where its letters stand one below the other. `scrollable` allows tables of
 * figures that are scrolled sideways, and text fields that show the beginning of their text: at twice the size.
 */
export function cutTexts(scrollable: boolean): string[] {
  const found = new Set<string>();
  const edge = document.documentElement.clientWidth;
  const letters = document.createElement('canvas').getContext('2d')!;

  function widthOf(text: string, style: CSSStyleDeclaration): number {
    letters.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return letters.measureText(text).width;
  }

  /** How an ancestor cuts the boxes; `null` where none does, or where the text is for listeners alone. */
  function cutBy(element: Element, boxes: readonly DOMRect[]): string | null {
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.clipPath !== 'none') return null;
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const frame = each.getBoundingClientRect();
      const beside = boxes.some(({ left, right }) => right > frame.right + 1 || left < frame.left - 1);
      const below = boxes.some(({ top, bottom }) => bottom > frame.bottom + 1 || top < frame.top - 1);
      const isScrolled = style.overflowX === 'auto' || style.overflowX === 'scroll';
      if (beside && !isScrolled) return 'cut at the side';
      if (beside) return scrollable ? null : 'to be scrolled sideways';
      if (below && (style.overflowY === 'hidden' || style.overflowY === 'clip')) return 'cut below';
    }
    return boxes.some(({ left, right }) => right > edge + 1 || left < -1) ? 'beyond the edge' : null;
  }

  function look(node: Text): void {
    const element = node.parentElement;
    const text = node.data.trim();
    if (!element || text === '' || element.closest('script, style, noscript, select, textarea')) return;
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (boxes.length === 0) return;
    const cut = cutBy(element, boxes);
    if (cut) found.add(`${cut}: ${text.slice(0, 40)}`);
    const widest = Math.max(...boxes.map(({ width }) => width));
    if (boxes.length > 3 && widest < 2.5 * parseFloat(getComputedStyle(element).fontSize))
      found.add(`squeezed: ${text.slice(0, 40)}`);
  }

  /** Room for text inside a field: width and height in pixels. */
  function roomIn(field: HTMLElement, style: CSSStyleDeclaration): readonly [number, number] {
    const side = (name: 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom') =>
      parseFloat(style[name]);
    const width = field.clientWidth - side('paddingLeft') - side('paddingRight');
    return [width, field.clientHeight - side('paddingTop') - side('paddingBottom')];
  }

  /** What is chosen takes as many lines as it needs: the field must be as high as they are. */
  function lookInChoice(field: HTMLSelectElement): void {
    const shown = field.selectedOptions[0]?.label ?? '';
    const style = getComputedStyle(field);
    const [width, height] = roomIn(field, style);
    const lines = document.createElement('div');
    const { font, whiteSpace, overflowWrap } = style;
    Object.assign(lines.style, { font, whiteSpace, overflowWrap, position: 'absolute', width: `${width}px` });
    lines.textContent = shown;
    document.body.append(lines);
    // Where a line may end anywhere none is too wide: a bracket at its end is only wider than what it shows.
    const isWide = overflowWrap !== 'anywhere' && lines.scrollWidth > width + 1;
    const isCut = lines.offsetHeight > height + 2 || isWide;
    lines.remove();
    if (isCut) found.add(`cut in its choice: ${shown.slice(0, 40)}`);
  }

  /** What is typed or hinted at in a field is cut by the field itself. */
  function lookInText(field: HTMLInputElement): void {
    if (scrollable || !/^(text|search|number)$/.test(field.type)) return;
    const shown = field.value || field.placeholder;
    const style = getComputedStyle(field);
    if (widthOf(shown, style) > roomIn(field, style)[0] + 1)
      found.add(`cut in its field: ${shown.slice(0, 40)}`);
  }

  function lookInside(field: HTMLSelectElement | HTMLInputElement): void {
    if (!field.checkVisibility({ visibilityProperty: true })) return;
    if (field instanceof HTMLSelectElement) lookInChoice(field);
    else lookInText(field);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) look(texts.currentNode as Text);
  document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input').forEach(lookInside);
  const wider = document.documentElement.scrollWidth - edge;
  if (wider > 0) found.add(`the page is ${wider} px wider than the pane`);
  return [...found];
}
