import type { CellValue, FindingRow, Row, VisitRow } from '../../model';
import { carried, NO_COLUMN } from './carried';
import type { SourceCells } from './cells';

/** Values of a visit in a grid of its post, by column id: what was lost under each rule, in points. */
export function gridCells(cells: SourceCells, visit: VisitRow): Map<string, CellValue> {
  const { rules, unreadable } = cells.layout(visit);
  const values = new Map<string, CellValue>(householdCells(cells, visit));
  for (const { column, indicator } of rules.filter(({ post }) => post === visit.who.post)) {
    const cell = { sheet: visit.source.sheet, row: visit.row, column };
    if (cells.isFaulty(cell)) values.set(indicator, carried(cells.at(visit, column)));
  }
  takeFindings(visit, values);
  for (const id of unreadable) {
    const rule = cells.scheme.indicators.find((each) => each.id === id);
    if (rule && visit.who.post !== null && rule.posts.includes(visit.who.post)) values.set(id, NO_COLUMN);
  }
  if (visit.total !== null) values.set('rowTotal', visit.total);
  if (visit.score !== null) values.set('rowScore', visit.score);
  return values;
}

/** Values of a visit from a card. What could not be read on it stands under the first rule that lost nothing. */
export function cardCells(
  cells: SourceCells,
  visit: VisitRow,
  rules: readonly string[],
): Map<string, CellValue> {
  const values = householdCells(cells, visit);
  takeFindings(visit, values);
  const own = cells.entries.issues.filter(
    ({ severity, sheet }) => severity === 'error' && sheet === visit.source.sheet,
  );
  const lostElsewhere = visit.licenceLost === true || visit.date.invalid === true;
  if (!visit.faulty || (lostElsewhere && own.length <= 1)) return values;
  const free = rules.find((id) => !values.has(id)) ?? rules[0];
  if (free !== undefined) values.set(free, own[0]?.received ?? NO_COLUMN);
  return values;
}

function takeFindings(visit: VisitRow, values: Map<string, CellValue>): void {
  const sums = new Map<string, number>();
  for (const { indicator, hundredths } of visit.findings) {
    sums.set(indicator, (sums.get(indicator) ?? 0) + hundredths);
  }
  for (const [indicator, hundredths] of sums) values.set(indicator, hundredths / 100);
}

/** Values of a row of the visit list. */
export function visitListCells(cells: SourceCells, visit: VisitRow): Map<string, CellValue> {
  return householdCells(cells, visit).set('post', cells.post(visit));
}

/** Values of a row of the list of findings; one that could not be read stands as it stood. */
export function findingCells(cells: SourceCells, row: FindingRow): Map<string, CellValue> {
  const values = personCells(row)
    .set('post', cells.post(row))
    .set('household', row.household)
    .set('licence', cells.licence(row))
    .set('date', cells.date(row, 'date', row.date))
    .set('note', cells.text(row, 'note'));
  if (row.finding) {
    return values.set('item', row.finding.indicator).set('deduction', row.finding.hundredths / 100);
  }
  if (!row.faulty && !row.rowFault) return values.set('deduction', 0);
  const raw = cells.raw(row, 'deduction');
  const entered = raw === '' ? cells.raw(row, 'findingCount') : raw;
  const isRead = row.rowFault !== undefined || row.licenceLost === true || row.date.invalid === true;
  return values.set('item', cells.text(row, 'item')).set('deduction', isRead ? entered : carried(entered));
}

function householdCells(cells: SourceCells, visit: VisitRow): Map<string, CellValue> {
  return personCells(visit)
    .set('household', visit.household)
    .set('licence', cells.licence(visit))
    .set('date', cells.date(visit, 'date', visit.date))
    .set('inspector', visit.inspector)
    .set('note', cells.text(visit, 'note'));
}

/** Department and name. A name that could not be read stays blank, so that the row belongs to nobody. */
export function personCells({ who }: Row): Map<string, CellValue> {
  return new Map<string, CellValue>([
    ['department', who.department],
    ['name', who.broken === true ? '' : who.name],
  ]);
}
