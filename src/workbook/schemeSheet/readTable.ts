import { type CellRef, nearestOf, type TableScheme } from '../../model';
import { type Block, blocksOf, type BlockRow, isPercentCell, KEYS, plainText, settingsIn } from './blocks';
import { LIST } from './describe';
import { Draft } from './draft';
import { readTexts } from './head';
import { readHistory } from './history';
import { NO_FLAG, PARAMETER_HEADERS as P, SETTINGS, TABLE_KINDS, YES_FLAG } from './labels';
import type { Parameter } from './parameters';
import { readQuantity } from './quantities';
import type { SchemeReading } from './read';
import { type BlockPlan, type Column, type Entry, planOf } from './tablePlan';
import { parameterText } from './tableRules';

type TableDraft = Draft<TableScheme>;

/**
 * Reads a sheet of rules of a scheme over a table, over `base`, the scheme of its id. Sheets, columns and words stay the
 * base's. Nothing is guessed: what cannot be understood is a fault at its cell.
 */
export function readTableSchemeSheet(sheet: TableDraft['sheet'], base: TableScheme): SchemeReading {
  const draft: TableDraft = new Draft(sheet, base);
  const { parameters, blocks } = planOf(base);
  const keys = { history: KEYS.history, ...(parameters.length > 0 ? { parameters: P.id } : {}) };
  const own = blocks.map(({ columns }, index) => [`block${index}`, columns[0]!.header] as const);
  const found = blocksOf<string>(sheet, { ...keys, ...Object.fromEntries(own) });
  checkKind(draft);
  const json = {
    ...(JSON.parse(JSON.stringify(base)) as Record<string, unknown>),
    ...readTexts(draft),
    history: readHistory(found.get('history'), draft),
  };
  if (parameters.length > 0) {
    const block = needed(draft, found.get('parameters'), P.id);
    if (block) readParameters(draft, block, parameters, json);
  }
  blocks.forEach((plan, index) => {
    const block = needed(draft, found.get(`block${index}`), plan.columns[0]!.header);
    if (!block) return;
    for (const [path, value] of plan.into(readEntries(draft, block, plan))) put(json, path, value);
  });
  return { json: JSON.parse(JSON.stringify(json)) as unknown, faults: draft.faults, cellOf: draft.cellOf };
}

function needed(draft: TableDraft, block: Block | undefined, name: string): Block | null {
  if (block) return block;
  draft.fault(draft.cellOf(''), `表里没有“${name}”那一块,请从导出的评分标准表补回。`);
  return null;
}

/** How results come about is the program's, so the kind is compared and not read. */
function checkKind(draft: TableDraft): void {
  const own = TABLE_KINDS[draft.base.kind];
  const setting = settingsIn(draft.sheet).get('kind');
  const given = plainText(setting?.value ?? '');
  if (given === own) return;
  const isKnown = Object.values(TABLE_KINDS).includes(given);
  const what = given === '' ? '没有写' : isKnown ? `写的是“${given}”` : `写的是“${given}”,不认识`;
  const message = `${SETTINGS.kind}${what}。这个方案的${SETTINGS.kind}是“${own}”,由程序决定,请改回。`;
  draft.fault(setting?.cell ?? draft.cellOf(''), message, given, own);
}

/** Sets a place of a scheme file, named by keys with dots between them; what is `undefined` is left out. */
function put(json: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  const at = keys.reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, json);
  at[last] = value;
}

function readParameters(
  draft: TableDraft,
  block: Block,
  parameters: readonly Parameter[],
  json: Record<string, unknown>,
): void {
  const strangers = block.rows.filter((row) => !parameters.some(({ id }) => id === row.text(P.id)));
  for (const row of strangers) unknownParameter(draft, row, row.text(P.id), parameters);
  for (const each of parameters) {
    const rows = block.rows.filter((row) => row.text(P.id) === each.id);
    const [row, second] = rows;
    if (second) draft.fault(second.cell(P.id), `参数 ${each.id} 写了两行,请删去一行。`, each.id);
    if (row) readParameter(draft, row, each, json);
    // A misspelt one has been named already.
    else if (strangers.length === 0) {
      const message = `没有参数 ${each.id}(${each.title})那一行,请补回。`;
      draft.fault(blockCell(draft, block), message, null, each.id);
    }
  }
}

function blockCell({ sheet }: TableDraft, { headerRow, columns }: Block): CellRef {
  return { sheet: sheet.name, row: headerRow, column: Math.min(...columns.values()) };
}

function unknownParameter(
  draft: TableDraft,
  row: BlockRow,
  id: string,
  parameters: readonly Parameter[],
): void {
  const ids = parameters.map((each) => each.id);
  const meant = nearestOf(id, ids);
  const hint = meant === null ? '' : `是否想写 ${meant}?`;
  draft.fault(row.cell(P.id), `没有参数“${id}”。${hint}`, id, ids.join(LIST));
}

function readParameter(
  draft: TableDraft,
  row: BlockRow,
  parameter: Parameter,
  json: Record<string, unknown>,
): void {
  const { path, clause } = parameter;
  if (clause) {
    draft.place(clause.path, row.cell(P.clause));
    put(json, clause.path, row.words(P.clause));
  }
  const cell = row.cell(P.value);
  if (path === null) {
    const expected = String(parameterText(parameter));
    if (row.text(P.value) === plainText(expected)) return;
    draft.fault(
      cell,
      `“${parameter.title}”由程序决定,不能在表里改。请改回原来的文字。`,
      row.text(P.value),
      expected,
    );
    return;
  }
  draft.place(path, cell);
  const form = parameter.form;
  put(json, path, readCell(draft, row, { header: P.value, form }) ?? '');
}

function readEntries(draft: TableDraft, block: Block, plan: BlockPlan): readonly Entry[] {
  return block.rows.map((row, index) => {
    const before = draft.faults.length;
    const entry = Object.fromEntries(
      plan.columns.map((column) => [column.key, readCell(draft, row, column)] as const),
    );
    // What the loader finds wanting in a row with a fault is that fault.
    placeEntry(draft, plan, row, index, entry, draft.faults[before]?.cell);
    return entry;
  });
}

function placeEntry(
  draft: TableDraft,
  plan: BlockPlan,
  row: BlockRow,
  index: number,
  entry: Entry,
  faulty: CellRef | undefined,
): void {
  const whole = faulty ?? row.cell(plan.columns[0]!.header);
  for (const path of plan.places(index, '', entry)) draft.place(path, whole);
  for (const { key, header } of plan.columns) {
    const cell = faulty && entry[key] === undefined ? faulty : row.cell(header);
    for (const path of plan.places(index, key, entry)) draft.place(path, cell);
  }
}

/** What a cell says; `undefined` for a blank one, the text itself where the loader is to name what is wrong. */
function readCell(
  draft: TableDraft,
  row: BlockRow,
  { header, form }: Pick<Column, 'header' | 'form'>,
): Entry[string] {
  switch (form) {
    case 'text':
      return row.words(header);
    case 'list':
      return draft.list(row.words(header));
    case 'number':
      return draft.number(row.value(header));
    case 'percent':
      return readShare(draft, row, header);
    case 'flag':
      return readFlag(draft, row, header);
    case 'field':
      return readField(draft, row, header);
  }
}

function readShare(draft: TableDraft, row: BlockRow, header: string): string | undefined {
  if (row.text(header) === '') return undefined;
  const cell = row.cell(header);
  const read = readQuantity(row.value(header), isPercentCell(draft.sheet, cell), 'percent');
  if (read.kind === 'quantity') return read.decimal;
  draft.fault(cell, `${header}的写法或单位不对。`, row.text(header), read.expected);
  return undefined;
}

function readFlag(draft: TableDraft, row: BlockRow, header: string): true | undefined {
  const text = row.text(header);
  if (text === YES_FLAG) return true;
  if (text !== NO_FLAG && text !== '')
    draft.fault(row.cell(header), `应写“${YES_FLAG}”或“${NO_FLAG}”。`, text, `${YES_FLAG}${LIST}${NO_FLAG}`);
  return undefined;
}

/** A column of the scheme's table by its name; which there are is the program's. */
function readField(draft: TableDraft, row: BlockRow, header: string): string {
  const text = row.text(header).replace(/\s/g, '');
  const { fields } = draft.base;
  const found = fields.find(({ name, synonyms }) => [name, ...synonyms].includes(text));
  if (found) return found.id;
  const plan = planOf(draft.base).blocks.find(({ columns }) => columns[0]!.header === header);
  const ids = (plan?.entries ?? []).map((entry) => entry[plan!.columns[0]!.key]);
  const names = fields.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const meant = nearestOf(text, names);
  const hint = meant === null ? '' : `是否想写“${meant}”?`;
  draft.fault(row.cell(header), `数据表没有“${text}”这一列。${hint}`, text, names.join(LIST));
  return text;
}
