import type { CellValue, Scheme } from '../model';
import { type Entries, readEntries } from '../workbook/read/read';
import { compact, personName } from '../workbook/read/values/text';
import type { SheetLayout } from '../workbook/recognise/layout';
import type { Recognition } from '../workbook/recognise/recognise';
import { cellKey, type SheetSnapshot, type Snapshot } from '../workbook/snapshot';
import { Aliases } from './aliases';

/** Names between these stand in one cell of 测评人. */
const BETWEEN = /([、,\uff0c;\uff1b/\s]+)/;

/** How a cell of a recognised column is replaced, by field id; other fields that are read keep what they hold. */
const REPLACED = new Set(['name', 'household', 'licence', 'inspector', 'note', 'complaint']);

/** Stands for a remark: only that there is one matters to the reading. */
const REMARK = '(文字)';

/**
 * The workbook with persons, customers, licence numbers and remarks replaced, each by the same stand-in wherever it
 * stands, so that it is read and scored as before. Other texts are kept, with known names in them replaced. The memory
 * is left out: it quotes cells.
 */
export function replaceNames(snapshot: Snapshot, recognition: Recognition): Snapshot {
  const entries = readEntries(snapshot, recognition);
  const aliases = aliasesOf(entries, recognition);
  const layouts = new Map(recognition.layouts.map((layout) => [layout.sheet.name, layout]));
  const { words } = recognition.vocabulary.scheme;
  return {
    ...snapshot,
    name: null,
    memory: null,
    sheets: snapshot.sheets.map((sheet) => {
      const layout = layouts.get(sheet.name) ?? null;
      const skipped = new Set(entries.skipped.get(sheet.name)?.map(({ row }) => row));
      return replacedSheet(sheet, layout, skipped, aliases, words);
    }),
  };
}

/** Stand-ins for all persons, customers and licences that the rows name. */
function aliasesOf(entries: Entries, { layouts }: Recognition): Aliases {
  const aliases = new Aliases();
  for (const rows of [
    entries.roster ?? [],
    entries.visits,
    entries.findings,
    entries.measures,
    entries.register,
  ]) {
    for (const { who } of rows) aliases.person(who.name);
  }
  for (const { inspector } of entries.visits) {
    for (const name of inspector.split(BETWEEN)) if (!BETWEEN.test(name)) aliases.person(compact(name));
  }
  for (const { household, licence } of [...entries.visits, ...entries.findings]) {
    aliases.customer(household);
    aliases.licence(licence);
  }
  for (const { meta } of layouts) {
    const [name, household, licence] = ['name', 'household', 'licence'].map(
      (field) => meta.get(field)?.text ?? '',
    );
    aliases.also(name!, aliases.person(compact(name!)));
    aliases.also(household!, aliases.customer(household!));
    aliases.also(licence!, aliases.licence(licence!));
  }
  return aliases;
}

function replacedSheet(
  sheet: SheetSnapshot,
  layout: SheetLayout | null,
  skipped: ReadonlySet<number>,
  aliases: Aliases,
  words: Scheme['words'],
): SheetSnapshot {
  const fields = layout ? fieldsOf(layout) : new Map<number, string>();
  const replaced = (value: CellValue, row: number, column: number): CellValue => {
    if (value === '' || sheet.errors.has(cellKey(row, column))) return value;
    const isHeader = layout !== null && row >= layout.header.top && row <= layout.header.bottom;
    if (isHeader) return value;
    const isData = layout !== null && row > layout.header.bottom && !skipped.has(row);
    const field = isData ? fields.get(column) : undefined;
    if (field === undefined) return aliases.within(value);
    return REPLACED.has(field) ? replacedField(field, value, aliases, words.concurrent) : value;
  };
  const text = (formula: string): string => String(aliases.within(formula));
  return {
    ...sheet,
    name: String(aliases.within(sheet.name)),
    values: sheet.values.map((cells, row) =>
      cells.map((value, column) => replaced(value, row + sheet.top, column + sheet.left)),
    ),
    formulas: new Map([...sheet.formulas].map(([key, formula]) => [key, text(formula)])),
  };
}

function fieldsOf(layout: SheetLayout): Map<number, string> {
  const fields = new Map([...layout.fields].map(([field, { column }]) => [column, field] as const));
  for (const { column } of layout.rules) fields.set(column, 'rule');
  for (const { column } of layout.persons) fields.set(column, 'name');
  return fields;
}

function replacedField(
  field: string,
  value: CellValue,
  aliases: Aliases,
  concurrent: readonly string[],
): CellValue {
  if (field === 'licence') return aliases.licenceCell(value);
  const text = String(value);
  switch (field) {
    case 'name': {
      const plain = compact(text);
      const name = personName(text, concurrent);
      return aliases.person(name) + plain.slice(name.length);
    }
    case 'household':
      return aliases.customer(text.trim());
    case 'inspector':
      return text
        .split(BETWEEN)
        .map((part) => (part === '' || BETWEEN.test(part) ? part : aliases.person(compact(part))))
        .join('');
    default:
      return typeof value === 'string' && value.trim() === '' ? value : REMARK;
  }
}
