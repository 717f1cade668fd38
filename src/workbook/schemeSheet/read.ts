import type { CellRef, CellValue, Scheme } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import { type Block, blocksOf, isPercentCell, KEYS, plainText, settingsIn } from './blocks';
import { Draft, type SheetFault } from './draft';
import { readHistory } from './history';
import { readTexts } from './head';
import { BAND_HEADERS, INDICATOR_HEADERS, SETTINGS } from './labels';
import { readIndicators } from './readIndicators';
import { readRulings } from './readRulings';
import { readSections } from './readSections';
import { readQuantity } from './quantities';

/** What a sheet of rules says: a scheme that is still to be checked, and what could not be understood. */
export interface SchemeReading {
  /** In the form of a scheme file. */
  readonly json: unknown;
  readonly faults: readonly SheetFault[];
  /** The cell that a place of the scheme (`indicators[3].points`) was read from; the nearest one where it has none. */
  readonly cellOf: (path: string) => CellRef;
}

/** Id of the scheme that a sheet of rules speaks of; '' where it names none. */
export function schemeIdIn(sheet: SheetSnapshot): string {
  return plainText(settingsIn(sheet).get('id')?.value ?? '');
}

/**
 * Reads a sheet of rules over `base`, the scheme of its id: what the sheet cannot say (sheets, columns, words) is the
 * base's. Nothing is guessed: what cannot be understood is a fault at its cell.
 */
export function readSchemeSheet(sheet: SheetSnapshot, base: Scheme): SchemeReading {
  const draft = new Draft(sheet, base);
  const blocks = blocksOf(sheet, KEYS);
  const corner = { sheet: sheet.name, row: sheet.top, column: sheet.left };
  const needed = (block: Block | undefined, name: string): Block | null => {
    if (block) return block;
    draft.fault(corner, `表里没有“${name}”那一块,请从导出的${SHEET_NAME}补回。`);
    return null;
  };
  const indicators = needed(blocks.get('indicators'), INDICATOR_HEADERS.id);
  const sections = needed(blocks.get('sections'), '部分编号');
  const json = {
    ...base,
    ...readSettings(draft),
    indicators: indicators ? readIndicators(indicators, draft) : base.indicators,
    sections: sections ? readSections(sections, draft) : base.sections,
    rulings: readRulings(blocks.get('rulings'), draft),
    bands: readBands(blocks.get('bands'), draft),
    history: readHistory(blocks.get('history'), draft),
  };
  return { json: JSON.parse(JSON.stringify(json)) as unknown, faults: draft.faults, cellOf: draft.cellOf };
}

const SHEET_NAME = '评分标准表';

function readSettings(draft: Draft): Partial<Record<string, unknown>> {
  return { ...readTexts(draft), sampling: readSampling(draft) };
}

function readSampling(draft: Draft): Scheme['sampling'] {
  const { sampling } = draft.base;
  const settings = settingsIn(draft.sheet);
  const share = settings.get('share');
  const minimum = settings.get('minimum');
  const read = share && readQuantity(share.value, isPercentCell(draft.sheet, share.cell), 'percent');
  if (share && read?.kind === 'fault') {
    draft.fault(share.cell, `${SETTINGS.share}的写法或单位不对。`, plainText(share.value), read.expected);
  }
  return {
    ...sampling,
    share: read?.kind === 'quantity' ? read.decimal : sampling.share,
    minimum: minimum ? wholeNumber(draft, minimum.cell, minimum.value) : sampling.minimum,
  };
}

function wholeNumber(draft: Draft, cell: CellRef, value: CellValue): number {
  const number = Number(plainText(value));
  if (plainText(value) !== '' && Number.isInteger(number) && number >= 0) return number;
  draft.fault(cell, `${SETTINGS.minimum}应为不小于 0 的整数。`, plainText(value), '整数,例如 1');
  return draft.base.sampling.minimum;
}

function readBands(block: Block | undefined, draft: Draft): unknown {
  const rows = block?.rows ?? [];
  rows.forEach((row, index) => {
    draft.place(`bands[${index}]`, row.cell(BAND_HEADERS.title));
    draft.place(`bands[${index}].from`, row.cell(BAND_HEADERS.from));
  });
  const bands = rows.map((row) => ({
    title: row.words(BAND_HEADERS.title),
    from: draft.number(row.value(BAND_HEADERS.from)),
  }));
  return bands.length > 0 ? bands : undefined;
}
