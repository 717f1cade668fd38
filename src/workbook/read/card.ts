import type { CellRef, Finding, RowSource, VisitRow } from '../../model';
import { metaCells } from '../recognise/meta';
import { deductionAt } from './deductions';
import { comparePoints, deductionField, isItemLost, ruleOf } from './list';
import type { SheetReader } from './reader';
import { plainNumber } from './values/number';

/** What a card is to say above its table. */
const NEEDED = ['name', 'post', 'department', 'household', 'licence', 'date'];

/**
 * Reads a card: one visit, a row a rule; person, post, department, household and date stand above the table.
 */
export function readCard(reader: SheetReader): VisitRow[] {
  const findings: Finding[] = [];
  const itemScores: { cell: CellRef; value: number; expected: number }[] = [];
  const itemFaults: NonNullable<VisitRow['itemFaults']>[number][] = [];
  const who = reader.who(reader.layout.header.bottom, null, null);
  let faulty = false;
  let rows = 0;
  reader.eachRow((row) => {
    if (['item', 'deduction', 'findingCount'].every((field) => reader.value(row, field) === '')) return;
    rows += 1;
    if (isItemLost(reader, row)) {
      faulty = true;
      return;
    }
    const rule = ruleOf(reader, row, who);
    const field = deductionField(reader, row);
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
