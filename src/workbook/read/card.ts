import type { CellRef, Finding, RowSource, VisitRow } from '../../model';
import { metaCells } from '../recognise/meta';
import { cellKey } from '../snapshot';
import { cardsOnSheet } from './cardsOnSheet';
import { deductionAt } from './deductions';
import { comparePoints, deductionField, isItemLost, ruleOf } from './list';
import { SheetReader } from './reader';
import { plainNumber } from './values/number';

/** What a card is to say above its table. */
const NEEDED = ['name', 'post', 'department', 'household', 'licence', 'date'];

/** Reads the card of a sheet. Whom further cards below it concern stays unscored: one sheet is one card (contract §1). */
export function readCards(reader: SheetReader): VisitRow[] {
  const { context, layout } = reader;
  const [own, ...others] = cardsOnSheet(layout, context.vocabulary);
  if (others.length === 0) return readCard(reader);
  const first = new SheetReader(context, own!);
  const visits = readCard(first);
  for (const card of others) {
    const other = new SheetReader(context, card);
    for (let at = 0; at < card.sheet.values.length; at++) first.filter.leaveOut(card.sheet.top + at);
    if (isBlankForm(other) && !deducts(other)) continue;
    visits.push(unreadCard(other));
  }
  context.skipped.set(layout.sheet.name, first.filter.skipped);
  return visits;
}

function deducts(reader: SheetReader): boolean {
  const fields = ['deduction', 'findingCount'];
  const { sheet, header } = reader.layout;
  for (let row = header.bottom + 1; row < sheet.top + sheet.values.length; row++) {
    if (fields.some((field) => reader.value(row, field) !== '')) return true;
  }
  return false;
}

/** A card that stands below another one: the visit is known, and what was found is not. */
function unreadCard(reader: SheetReader): VisitRow {
  const { layout, context } = reader;
  const who = reader.who(layout.header.bottom, null, null);
  const kind = layout.definition.name;
  const source = sourceOfCard(reader);
  const cell = source.cells?.get('name') ?? source.cells?.get('household') ?? source.corner;
  context.report('header-ambiguous', {
    cell,
    received: String(reader.at(cell.row, cell.column)),
    expected: `一张工作表一张${kind}`,
    message: `第 ${cell.row + 1} 行起是另一张${kind}${who.name === '' ? '' : `(${who.name})`},没有读取。一张工作表只放一张卡,请把它移到单独的工作表。`,
  });
  return visitOfCard(reader, who, [], [], true);
}

/**
 * Reads a card: one visit, a row a rule; person, post, department, household and date stand above the table.
 */
function readCard(reader: SheetReader): VisitRow[] {
  const findings: Finding[] = [];
  const itemScores: { cell: CellRef; value: number; expected: number }[] = [];
  const itemFaults: NonNullable<VisitRow['itemFaults']>[number][] = [];
  const who = reader.who(reader.layout.header.bottom, null, null);
  let faulty = false;
  let rows = 0;
  const seen = new Map<string, number>();
  reader.eachRow((row) => {
    if (['item', 'deduction', 'findingCount'].every((field) => reader.value(row, field) === '')) return;
    rows += 1;
    if (isItemLost(reader, row)) {
      faulty = true;
      return;
    }
    const rule = ruleOf(reader, row, who);
    if ('code' in rule && isHeading(reader, row)) return;
    const field = deductionField(reader, row);
    if (!('code' in rule) && isOnAnotherCard(reader, row, seen, rule.id)) faulty = true;
    if ('code' in rule || field === null) {
      faulty = true;
      // Which rule is meant hangs on the post; where that is none, it is the one fault.
      if ('code' in rule && who.post !== null) itemFaults.push(rule);
      return;
    }
    if (field === 'deduction') comparePoints(reader, row, rule);
    const read = deductionAt(reader, row, reader.column(field)!, reader.value(row, field), rule, {
      counts: field === 'findingCount' || reader.layout.answer?.deductions === 'count',
      asks: false,
      note: reader.text(row, 'note'),
    });
    if (read.faulty) faulty = true;
    if (read.finding) findings.push(read.finding);
    const score = plainNumber(reader.value(row, 'itemScore'));
    const points = plainNumber(reader.value(row, 'itemPoints'));
    if (score !== null && points !== null && !read.faulty) {
      const expected = Math.max(0, points - (read.finding?.hundredths ?? 0) / 100);
      itemScores.push({ cell: reader.cell(row, reader.column('itemScore')!), value: score, expected });
    }
  });
  if (rows === 0 || (findings.length === 0 && !faulty && isBlankForm(reader))) return [];
  const visit = visitOfCard(reader, who, findings, itemScores, faulty);
  return [itemFaults.length === 0 ? visit : { ...visit, itemFaults }];
}

/** A heading over rules (`一、价格`) has no criterion, and nothing was lost or reached there: it need not be a rule. */
function isHeading(reader: SheetReader, row: number): boolean {
  return ['deduction', 'findingCount', 'itemScore', 'criterion', 'note'].every((field) => {
    const column = reader.column(field);
    if (column === undefined) return true;
    return reader.at(row, column) === '' && !reader.layout.sheet.uncalculated.has(cellKey(row, column));
  });
}

/** Whether a rule stands a second time, below a header of its own: that is a card without labels. Reported once. */
function isOnAnotherCard(reader: SheetReader, row: number, seen: Map<string, number>, rule: string): boolean {
  const before = seen.get(rule);
  if (before === undefined) seen.set(rule, row);
  if (
    before === undefined ||
    !reader.filter.skipped.some((each) => each.reason === 'header' && each.row > before)
  )
    return false;
  const cell = reader.cell(row, reader.column('item')!);
  const shown = String(reader.at(row, cell.column));
  const kind = reader.layout.definition.name;
  if (seen.get('') === undefined)
    reader.context.report('header-ambiguous', {
      cell,
      received: shown,
      expected: `一张工作表一张${kind}`,
      message: `“${shown}”在第 ${before + 1} 行已经写过,这里像是另一张${kind}。一张工作表只放一张卡,请把它移到单独的工作表,并写明是谁的、哪一户的。`,
    });
  seen.set('', row);
  return true;
}

/** A card that nobody has filled in: it says neither who was visited nor whose work that shows, nor when. */
function isBlankForm(reader: SheetReader): boolean {
  return ['name', 'household', 'licence', 'date'].every((field) => !reader.layout.meta.has(field));
}

function visitOfCard(
  reader: SheetReader,
  who: VisitRow['who'],
  findings: readonly Finding[],
  itemScores: VisitRow['itemScores'],
  faulty: boolean,
): VisitRow {
  const { meta, header } = reader.layout;
  const source = sourceOfCard(reader);
  const row = source.cells?.get('name')?.row ?? header.top;
  const licence = reader.licence(row);
  const date = reader.date(row, 'date');
  return {
    source,
    row,
    who,
    nameColumn: null,
    kind: 'card',
    household: meta.get('household')?.text ?? '',
    licence: licence.text,
    ...(licence.faulty ? { licenceLost: true } : {}),
    date: date.date,
    inspector: meta.get('inspector')?.text ?? '',
    findings,
    total: null,
    score: null,
    itemScores,
    faulty: faulty || licence.faulty || date.faulty,
  };
}

/** With the places of labels that have no value: there it is to be written. */
function sourceOfCard({ source, layout, context }: SheetReader): RowSource {
  const { words } = context.vocabulary.scheme;
  const asked = NEEDED.filter((field) => field in words.metaLabels);
  if (asked.every((field) => layout.meta.has(field))) return source;
  return { ...source, cells: metaCells(layout.sheet, layout.header.top, words) };
}
