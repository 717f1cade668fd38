import type { RulingDefinition, RulingValue } from '../../model';
import { nearestOf } from '../../model';
import { type Block, type BlockRow, plainText } from './blocks';
import { PARTS, valuesText } from './describe';
import type { Draft } from './draft';
import { NO, RULING_HEADERS, YES } from './labels';

/** The rulings with the defaults of the sheet; one without a row stays as it is. Which values there are is the program's. */
export function readRulings(block: Block | undefined, draft: Draft): readonly RulingDefinition[] {
  const rows = new Map<string, BlockRow>();
  for (const row of block?.rows ?? []) {
    const key = row.text(RULING_HEADERS.key);
    if (!draft.base.rulings.some((ruling) => ruling.key === key)) unknownRuling(row, key, draft);
    else if (rows.has(key))
      draft.fault(row.cell(RULING_HEADERS.key), `裁定 ${key} 写了两行,请删去一行。`, key);
    else rows.set(key, row);
  }
  return draft.base.rulings.map((ruling, index) => {
    const row = rows.get(ruling.key);
    if (!row) return ruling;
    draft.place(`rulings[${index}]`, row.cell(RULING_HEADERS.key));
    draft.place(`rulings[${index}].default`, row.cell(RULING_HEADERS.default));
    return rulingOf(ruling, row, draft);
  });
}

function unknownRuling(row: BlockRow, key: string, draft: Draft): void {
  const keys = draft.base.rulings.map((ruling) => ruling.key);
  const meant = nearestOf(key, keys);
  const hint = meant === null ? '' : `是否想写 ${meant}?`;
  draft.fault(row.cell(RULING_HEADERS.key), `没有裁定“${key}”。${hint}`, key, keys.join('、'));
}

function rulingOf(ruling: RulingDefinition, row: BlockRow, draft: Draft): RulingDefinition {
  const { needsConfirmation: marked, ...rest } = ruling;
  const isOpen = row.text(RULING_HEADERS.needsConfirmation);
  if (![YES, NO, ''].includes(isOpen)) {
    draft.fault(
      row.cell(RULING_HEADERS.needsConfirmation),
      `应写“${YES}”或“${NO}”。`,
      isOpen,
      `${YES}、${NO}`,
    );
  }
  if (!sameValues(row.text(RULING_HEADERS.values), plainText(valuesText(ruling)))) {
    const cell = row.cell(RULING_HEADERS.values);
    draft.fault(
      cell,
      `裁定 ${ruling.key} 的可选取值由程序决定,不能在表里改。请改回原来的文字。`,
      null,
      valuesText(ruling),
    );
  }
  const open = isOpen === '' ? marked === true : isOpen === YES;
  const made = {
    ...rest,
    number: row.words(RULING_HEADERS.number) || ruling.number,
    clause: row.words(RULING_HEADERS.clause) || ruling.clause,
    title: row.words(RULING_HEADERS.title) || ruling.title,
    ...(open ? { needsConfirmation: true } : marked === false ? { needsConfirmation: false } : {}),
  };
  return withDefault(made, row, draft);
}

function withDefault(ruling: RulingDefinition, row: BlockRow, draft: Draft): RulingDefinition {
  const cell = row.cell(RULING_HEADERS.default);
  const text = row.text(RULING_HEADERS.default);
  if (ruling.range) {
    const value = draft.number(row.value(RULING_HEADERS.default));
    // What is no number, or out of range, is the loader's to name.
    return { ...ruling, default: value ?? '' };
  }
  const values = ruling.values ?? [];
  const found = values.find(({ value }) => sameText(value, text));
  if (!found) {
    const known = values.map(({ value }) => String(value));
    draft.fault(cell, `裁定 ${ruling.key} 没有取值“${text}”。`, text, known.join('、'));
    return ruling;
  }
  const others = values.filter((each) => each !== found);
  return { ...ruling, default: found.value, values: [found, ...others] };
}

function sameText(value: RulingValue, text: string): boolean {
  if (typeof value === 'number') return text !== '' && Number(text) === value;
  return String(value) === text.toLowerCase() || String(value) === text;
}

/** The default comes first, so the order hangs on it. */
function sameValues(text: string, expected: string): boolean {
  const sorted = (each: string): string => each.split(PARTS).sort().join(PARTS);
  return sorted(text) === sorted(expected);
}
