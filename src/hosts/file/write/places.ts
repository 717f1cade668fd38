import { attribute, findElement, findElements, inner, replaceElements, withAttribute } from '../xml/tags';
import { escapeXml, unescapeXml } from '../xml/text';
import { movedFormula, movedOffsetFormula, movedRow, type RowMove } from '../../../workbook/formulaMoves';
import { parseArea, writeArea } from '../read/areas';

/** A place such as `B2`, `B2:D9`, `A:C` after the move; `null` where nothing of it is left. */
export function movedPlace(place: string, move: RowMove): string | null {
  const moved = movedFormula(place, move.sheet, move);
  return moved.includes('#REF!') ? null : moved;
}

/** Several places with blanks between them; `null` where nothing of any is left. */
export function movedPlaces(places: string, move: RowMove): string | null {
  const moved = places.split(/\s+/).flatMap((place) => (place === '' ? [] : (movedPlace(place, move) ?? [])));
  return moved.length === 0 ? null : moved.join(' ');
}

/** Moves the place in an attribute of each element of that name; an element that loses its place goes. */
export function moveAttribute(xml: string, name: string, key: 'ref' | 'sqref', move: RowMove): string {
  return replaceElements(xml, name, (whole, { tag }) => {
    const place = attribute(tag, key);
    if (place === null) return whole;
    const moved = movedPlaces(place, move);
    if (moved === null) return '';
    return moved === place ? whole : withAttribute(tag, key, moved) + whole.slice(tag.length);
  });
}

/** Moves the blocks of `mergeCells`; one that shrinks to a cell is none. New rows are merged as their pattern row is. */
export function moveMerges(xml: string, move: RowMove): string {
  return withCount(xml, 'mergeCells', 'mergeCell', (list) => {
    const moved = replaceElements(list, 'mergeCell', (whole, { tag }) => {
      const place = attribute(tag, 'ref') ?? '';
      const moved = movedPlace(place, move);
      const area = moved === null ? null : parseArea(moved);
      if (!area || (area.top === area.bottom && area.left === area.right)) return '';
      return moved === place ? whole : withAttribute(whole, 'ref', moved);
    });
    return moved + mergesOfNewRows(list, move);
  });
}

/** The merged cells of the pattern row, once more for each new row; those over several rows are nobody's pattern. */
function mergesOfNewRows(list: string, { row, count, formatOf }: RowMove): string {
  if (count < 0) return '';
  const own = findElements(list, 'mergeCell').flatMap(({ tag, prefix }) => {
    const area = parseArea(attribute(tag, 'ref') ?? '');
    return area && area.top === formatOf && area.bottom === formatOf ? [{ area, prefix }] : [];
  });
  const rows = own.length === 0 ? [] : Array.from({ length: count }, (_, index) => row + index);
  return rows
    .flatMap((at) =>
      own.map(
        ({ area, prefix }) => `<${prefix}mergeCell ref="${writeArea({ ...area, top: at, bottom: at })}"/>`,
      ),
    )
    .join('');
}

/** Changes what stands in a list element, brings its `count` up to date, and drops it where it is empty. */
export function withCount(
  xml: string,
  list: string,
  item: string,
  change: (inside: string) => string,
): string {
  return replaceElements(xml, list, (whole, element) => {
    const inside = inner(whole, {
      ...element,
      openEnd: element.tag.length,
      close: element.close - element.start,
    });
    const next = change(inside);
    if (next === inside) return whole;
    const count = next.match(new RegExp(`<(?:[\\w.-]+:)?${item}(?=[\\s/>])`, 'g'))?.length ?? 0;
    if (count === 0) return '';
    const tag =
      attribute(element.tag, 'count') === null
        ? element.tag
        : withAttribute(element.tag, 'count', String(count));
    return tag + next + whole.slice(element.close - element.start);
  });
}

/**
 * Moves elements that hold for a list of places and whose formulas are written as for the first cell of it:
 * conditional formats and validations. `formulas` are the names of the formula elements.
 */
export function moveRules(xml: string, rule: string, formulas: string, move: RowMove): string {
  return replaceElements(xml, rule, (whole, { tag }) => {
    const ext = findElement(whole, 'sqref', tag.length);
    const places = attribute(tag, 'sqref') ?? (ext ? unescapeXml(inner(whole, ext)) : null);
    if (places === null) return whole;
    const kept = movedPlaces(places, move);
    if (kept === null) return '';
    const moved = withNewRows(kept, move);
    const offset = firstRow(moved) - firstRow(places);
    const body = replaceElements(
      whole.slice(tag.length),
      formulas,
      (element, { tag: open, close, start }) => {
        const formula = unescapeXml(element.slice(open.length, close - start));
        const next = movedOffsetFormula(formula, move.sheet, move, offset);
        return next === formula ? element : open + escapeXml(next) + element.slice(close - start);
      },
    );
    if (attribute(tag, 'sqref') !== null)
      return (moved === places ? tag : withAttribute(tag, 'sqref', moved)) + body;
    return (
      tag + replaceElements(body, 'sqref', (_, { tag: open, prefix }) => `${open}${moved}</${prefix}sqref>`)
    );
  });
}

/** Rules are formats: new rows below the pattern row have its rules, with prepared rows between them or not. */
function withNewRows(places: string, { row, count, formatOf = row }: RowMove): string {
  if (count < 0 || formatOf >= row) return places;
  return places
    .split(' ')
    .map((place) => {
      const area = parseArea(place);
      if (!area || area.top > formatOf || area.bottom < formatOf || area.bottom >= row) return place;
      const bottom = row + count - 1;
      if (area.bottom === row - 1) return writeArea({ ...area, bottom });
      return `${place} ${writeArea({ ...area, top: row, bottom })}`;
    })
    .join(' ');
}

function firstRow(places: string): number {
  return parseArea(places.split(/\s+/)[0]!)?.top ?? 0;
}

/** Moves the formulas in elements of that name, of a sheet called `home`. */
export function moveFormulas(xml: string, name: string, home: string, move: RowMove): string {
  return replaceElements(xml, name, (whole, { tag, close, start }) => {
    const written = whole.slice(tag.length, close - start);
    if (written === '') return whole;
    if (written.includes('<'))
      return tag + moveFormulas(written, name, home, move) + whole.slice(close - start);
    const formula = unescapeXml(written);
    const next = movedFormula(formula, home, move);
    return next === formula ? whole : tag + escapeXml(next) + whole.slice(close - start);
  });
}

/** Moves the page breaks: a break goes with the row below it. */
export function moveBreaks(xml: string, move: RowMove): string {
  return withCount(xml, 'rowBreaks', 'brk', (list) =>
    replaceElements(list, 'brk', (entry, { tag }) => {
      const id = Number(attribute(tag, 'id'));
      const moved = movedRow(id, move);
      if (moved === null) return '';
      return moved === id ? entry : withAttribute(tag, 'id', String(moved)) + entry.slice(tag.length);
    }),
  );
}
