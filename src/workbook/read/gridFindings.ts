import type { CellValue, Finding } from '../../model';
import { deductionAt, wholeNumber } from './deductions';
import { GridFinding, type PlainRules, type PostColumns } from './gridVisit';
import type { SheetReader } from './reader';
import { isBlankCell } from './rows';

/** What a row holds under the rules of a post; `faulty`: some cell could not be read, which is reported. */
export interface RowFindings {
  readonly findings: readonly Finding[];
  readonly faulty: boolean;
}

/** Some rule's cell holds what bits cannot say. */
export const CLOSER = -1;

/** The findings of a row as bits; CLOSER where some cell holds anything but nothing or the rule's own points. */
export function maskOf({ indices, figures }: PlainRules, cells: readonly CellValue[]): number {
  let mask = 0;
  for (let at = 0; at < indices.length; at++) {
    const raw = cells[indices[at]!];
    if (raw === '') continue;
    if (typeof raw === 'number') {
      if (raw === 0) continue;
      if (raw !== figures[at]) return CLOSER;
      mask |= 1 << at;
    } else if (!isBlankCell(raw)) return CLOSER;
  }
  return mask;
}

/** What a row holds under the rules of a post: as bits where each finding is its rule's own points, 0 for nothing. */
export function readFindings(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  post: PostColumns,
): RowFindings | number {
  const closely = post.bits === null || reader.layout.sheet.uncalculated.size > 0;
  const mask = closely ? CLOSER : maskOf(post.plain, cells);
  return mask === CLOSER ? readEach(reader, row, cells, post) : mask;
}

/** The same, each cell by itself. */
function readEach(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  { rules }: PostColumns,
): RowFindings | number {
  const blanksMayBreak = reader.layout.sheet.uncalculated.size > 0;
  const findings: Finding[] = [];
  let faulty = false;
  for (const cell of rules) {
    const raw = cells[cell.index];
    if (typeof raw === 'number') {
      if (raw === 0) continue;
      if (raw > 0 && Number.isFinite(raw)) {
        findings.push(new GridFinding(cell.shared, row, wholeNumber(raw * cell.unit)));
        continue;
      }
    } else if (!blanksMayBreak && (raw === '' || raw === undefined)) continue;
    const read = deductionAt(reader, row, cell.at.column, raw ?? '', cell.rule, {
      counts: cell.at.counts,
      asks: cell.asks,
      note: reader.text(row, 'note'),
    });
    if (read.faulty) faulty = true;
    else if (read.finding) findings.push(read.finding);
  }
  return findings.length === 0 && !faulty ? 0 : { findings, faulty };
}
