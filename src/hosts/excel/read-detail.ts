import { type Area, type CellValue, endsSlice, nextTurn, runSlices, type Slices } from '../../model';
import { mattersFormat } from '../../workbook/numberFormats';
import { cellKey, type SheetSnapshot } from '../../workbook/snapshot';
import type { Early } from './early';
import { readBlocks, type Block, type BlockAnswer, type BlockOptions } from './read-blocks';
import type { SheetValues } from './read-values';

/** Texts that errors are shown as; whether it is one, and no text, Excel has to be asked. */
const ERROR_TEXT = /^#(?:N\/A|GETTING_DATA|[A-Z][A-Z0-9/_]*[!?])$/;

/** Whether a value looks like an error value. Asked for every cell, of which hardly any begins with `#`. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === HASH && ERROR_TEXT.test(value);
}

const HASH = 35;

/** What of a sheet's details is known already. */
export interface Known {
  readonly early: Early | null;
  /** Number formats that came along, and of which columns. */
  readonly formats: { readonly columns: Columns; readonly answers: readonly BlockAnswer[] } | null;
}

/** Columns (0-based) whose number formats are wanted: all, or these. */
export type Columns = 'all' | readonly number[];

interface Gathered {
  readonly merges: Map<string, Area>;
  readonly formats: Map<number, string>;
  readonly formulas: Map<number, string>;
  readonly errors: Set<number>;
}

/** A sheet before its details are known; good enough to decide whether they are wanted. */
export function plainSnapshot(sheet: SheetValues, early: Early | null): SheetSnapshot {
  return {
    name: sheet.name,
    top: sheet.area?.top ?? 0,
    left: sheet.area?.left ?? 0,
    values: sheet.values,
    merges: early?.merges ?? [],
    formats: new Map(),
    formulas: early?.formulas ?? new Map<number, string>(),
    uncalculated: new Set(),
    errors: new Set(),
    visible: sheet.visible,
  };
}

function* errorRows({ area, values }: SheetValues): Slices<Area[]> {
  if (!area) return [];
  const blocks: Area[] = [];
  for (const [index, row] of values.entries()) {
    if (endsSlice(index)) yield;
    if (!row.some(looksLikeError)) continue;
    const top = area.top + index;
    const last = blocks.at(-1);
    if (last && last.bottom === top - 1) blocks[blocks.length - 1] = { ...last, bottom: top };
    else blocks.push({ ...area, top, bottom: top });
  }
  return blocks;
}

/** The areas of the wanted columns; neighbours go together. */
export function columnAreas(area: Area, columns: Columns): Area[] {
  if (columns === 'all') return [area];
  const areas: Area[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    if (column < area.left || column > area.right) continue;
    const last = areas.at(-1);
    if (last?.right === column - 1) areas[areas.length - 1] = { ...last, right: column };
    else areas.push({ ...area, left: column, right: column });
  }
  return areas;
}

function* requestsFor({ sheet, columns, known }: Part, merges: boolean): Slices<Block[]> {
  if (!sheet.area) return [];
  const { name, area } = sheet;
  const { early, formats } = known;
  const isThere = formats !== null && covers(formats.columns, columns);
  return [
    ...(merges && !early?.merges ? [{ sheet: name, area, kind: 'merges' as const }] : []),
    ...(early ? [] : [{ sheet: name, area, kind: 'formulas' as const }]),
    ...(isThere ? [] : columnAreas(area, columns)).map((part) => ({
      sheet: name,
      area: part,
      kind: 'formats' as const,
    })),
    ...(yield* errorRows(sheet)).map((rows) => ({ sheet: name, area: rows, kind: 'types' as const })),
  ];
}

function covers(have: Columns, wanted: Columns): boolean {
  if (have === 'all') return true;
  return wanted !== 'all' && wanted.every((column) => have.includes(column));
}

function takeIn(answer: BlockAnswer, into: Gathered): void {
  const { top, left } = answer.request.area;
  const each = <T>(rows: readonly (readonly T[])[] | undefined, take: (key: number, one: T) => void): void =>
    rows?.forEach((row, y) => row.forEach((one, x) => take(cellKey(top + y, left + x), one)));
  for (const area of answer.merges ?? []) into.merges.set(`${area.top},${area.left}`, area);
  // A column of a hundred thousand dates has one format.
  const known = new Map<string, boolean>();
  each(answer.formats, (key, format) => {
    const matters = known.get(format) ?? mattersFormat(format);
    known.set(format, matters);
    if (matters) into.formats.set(key, format);
  });
  each(answer.formulas, (key, formula: CellValue) => {
    if (typeof formula === 'string' && formula.startsWith('=')) into.formulas.set(key, formula);
  });
  each(answer.types, (key, type) => {
    if (type === 'Error') into.errors.add(key);
  });
}

function* takeAllIn(answers: readonly BlockAnswer[], into: ReadonlyMap<string, Gathered>): Slices<void> {
  for (const answer of answers) {
    takeIn(answer, into.get(answer.request.sheet)!);
    yield;
  }
}

/** A text that begins with `=` is reported by Excel as its own formula: its value is the same text. */
function withoutTexts(sheet: SheetValues, formulas: ReadonlyMap<number, string>): Map<number, string> {
  const { area, values } = sheet;
  if (!area) return new Map();
  const isText = (key: number, formula: string): boolean => {
    const row = Math.floor(key / 16_384) - area.top;
    return values[row]?.[(key % 16_384) - area.left] === formula;
  };
  return new Map([...formulas].filter(([key, formula]) => !isText(key, formula)));
}

export interface DetailOptions extends BlockOptions {
  /** The columns of a sheet whose number formats are wanted. */
  readonly columnsOf: (sheet: SheetSnapshot) => Columns;
  /** This Excel can tell merged areas. */
  readonly merges: boolean;
  readonly known: ReadonlyMap<string, Known>;
}

/** Sheets with their details, and of which columns the number formats were wanted. */
export interface Detailed {
  readonly sheets: SheetSnapshot[];
  readonly columns: ReadonlyMap<string, Columns>;
}

const NOTHING: Known = { early: null, formats: null };

/**
 * Adds merged areas, error cells, formulas, and the number formats that matter of the columns for which they are
 * wanted; what is known already is not asked again.
 */
export async function readDetails(
  context: Excel.RequestContext,
  sheets: readonly SheetValues[],
  options: DetailOptions,
): Promise<Detailed> {
  // The answer that has just come has kept the page already.
  await nextTurn();
  const { parts, requests } = await runSlices(detailsToAsk(sheets, options));
  const bySheet = new Map(parts.map(({ sheet, gathered }) => [sheet.name, gathered]));
  const answers = await readBlocks(context, requests, options);
  await runSlices(takeAllIn(answers, bySheet));
  return {
    sheets: parts.map(({ sheet, plain, gathered }) => {
      const { formats, errors, merges } = gathered;
      const formulas = withoutTexts(sheet, gathered.formulas);
      return { ...plain, merges: [...merges.values()], formats, errors, formulas };
    }),
    columns: new Map(parts.map(({ sheet, columns }) => [sheet.name, columns])),
  };
}

/** A sheet, what is known of it, and what is wanted beside. */
interface Part {
  readonly sheet: SheetValues;
  readonly known: Known;
  readonly plain: SheetSnapshot;
  readonly columns: Columns;
  readonly gathered: Gathered;
}

function* detailsToAsk(
  sheets: readonly SheetValues[],
  options: DetailOptions,
): Slices<{ readonly parts: readonly Part[]; readonly requests: readonly Block[] }> {
  const parts: Part[] = [];
  const requests: Block[] = [];
  for (const sheet of sheets) {
    yield;
    const known = options.known.get(sheet.name) ?? NOTHING;
    const plain = plainSnapshot(sheet, known.early);
    const columns = sheet.area ? options.columnsOf(plain) : [];
    const part = { sheet, known, plain, columns, gathered: gatheredFrom(known) };
    parts.push(part);
    for (const request of yield* requestsFor(part, options.merges)) requests.push(request);
  }
  return { parts, requests };
}

function gatheredFrom({ early, formats }: Known): Gathered {
  const merges = (early?.merges ?? []).map((area): [string, Area] => [`${area.top},${area.left}`, area]);
  const gathered: Gathered = {
    merges: new Map(merges),
    formats: new Map(),
    formulas: new Map(early?.formulas),
    errors: new Set(),
  };
  for (const answer of formats?.answers ?? []) takeIn(answer, gathered);
  return gathered;
}
