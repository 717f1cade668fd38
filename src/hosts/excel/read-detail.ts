import type { Area, CellValue } from '../../model';
import { mattersFormat } from '../../workbook/numberFormats';
import { cellKey, type SheetSnapshot } from '../../workbook/snapshot';
import { readBlocks, type Block, type BlockAnswer, type BlockOptions } from './read-blocks';
import type { SheetValues } from './read-values';

/** Looks like an error value; whether it is one, and no text, Excel has to be asked. */
const LOOKS_LIKE_ERROR = /^#(?:N\/A|GETTING_DATA|[A-Z][A-Z0-9/_]*[!?])$/;

interface Gathered {
  readonly merges: Map<string, Area>;
  readonly formats: Map<number, string>;
  readonly formulas: Map<number, string>;
  readonly errors: Set<number>;
}

/** A sheet before its details are known; good enough to decide whether they are wanted. */
export function plainSnapshot(sheet: SheetValues): SheetSnapshot {
  return {
    name: sheet.name,
    top: sheet.area?.top ?? 0,
    left: sheet.area?.left ?? 0,
    values: sheet.values,
    merges: [],
    formats: new Map(),
    formulas: new Map(),
    uncalculated: new Set(),
    errors: new Set(),
    visible: sheet.visible,
  };
}

function errorRows({ area, values }: SheetValues): Area[] {
  if (!area) return [];
  const blocks: Area[] = [];
  values.forEach((row, index) => {
    if (!row.some((value) => typeof value === 'string' && LOOKS_LIKE_ERROR.test(value))) return;
    const top = area.top + index;
    const last = blocks.at(-1);
    if (last && last.bottom === top - 1) blocks[blocks.length - 1] = { ...last, bottom: top };
    else blocks.push({ ...area, top, bottom: top });
  });
  return blocks;
}

function requestsFor(sheet: SheetValues, detailed: boolean, merges: boolean): Block[] {
  if (!sheet.area) return [];
  const { name, area } = sheet;
  return [
    ...(merges ? [{ sheet: name, area, kind: 'merges' as const }] : []),
    ...(detailed ? [{ sheet: name, area, kind: 'detail' as const }] : []),
    ...errorRows(sheet).map((rows) => ({ sheet: name, area: rows, kind: 'types' as const })),
  ];
}

function takeIn(answer: BlockAnswer, into: Gathered): void {
  const { top, left } = answer.request.area;
  const each = <T>(rows: readonly (readonly T[])[] | undefined, take: (key: number, one: T) => void): void =>
    rows?.forEach((row, y) => row.forEach((one, x) => take(cellKey(top + y, left + x), one)));
  for (const area of answer.merges ?? []) into.merges.set(`${area.top},${area.left}`, area);
  each(answer.formats, (key, format) => {
    if (mattersFormat(format)) into.formats.set(key, format);
  });
  each(answer.formulas, (key, formula: CellValue) => {
    if (typeof formula === 'string' && formula.startsWith('=')) into.formulas.set(key, formula);
  });
  each(answer.types, (key, type) => {
    if (type === 'Error') into.errors.add(key);
  });
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

/**
 * Adds merged areas (where `merges` says that this Excel can tell), error cells, and for the sheets that are wanted in
 * detail the number formats that matter and the formulas.
 */
export async function readDetails(
  context: Excel.RequestContext,
  sheets: readonly SheetValues[],
  wantsDetail: (sheet: SheetSnapshot) => boolean,
  merges: boolean,
  options: BlockOptions,
): Promise<SheetSnapshot[]> {
  const plain = sheets.map(plainSnapshot);
  const gathered = new Map(sheets.map((sheet) => [sheet.name, emptyGathered()]));
  const requests = sheets.flatMap((sheet, index) => requestsFor(sheet, wantsDetail(plain[index]!), merges));
  for (const answer of await readBlocks(context, requests, options)) {
    takeIn(answer, gathered.get(answer.request.sheet)!);
  }
  return sheets.map((sheet, index) => {
    const { formats, formulas, errors, merges: areas } = gathered.get(sheet.name)!;
    const merged = [...areas.values()];
    return { ...plain[index]!, merges: merged, formats, errors, formulas: withoutTexts(sheet, formulas) };
  });
}

function emptyGathered(): Gathered {
  return { merges: new Map(), formats: new Map(), formulas: new Map(), errors: new Set() };
}
