import type { CellValue, Finding, PerFinding } from '../../model';
import type { SheetReader } from './reader';
import { type DeductionReading, readDeduction } from './values/deduction';

/** What reading one deduction cell gave: a finding, nothing deducted (`null`), or a fault that was reported. */
export interface DeductionCell {
  readonly finding: Finding | null;
  readonly faulty: boolean;
}

const NOTHING: DeductionCell = { finding: null, faulty: false };
const FAULTY: DeductionCell = { finding: null, faulty: true };

/**
 * Reads the deduction of one rule at one cell. A count is multiplied by the rule's points; a mark such as × is one
 * nonconformity at the rule's points.
 */
export function deductionAt(
  reader: SheetReader,
  row: number,
  column: number,
  raw: CellValue,
  rule: PerFinding,
  options: { readonly counts: boolean; readonly asks: boolean; readonly note: string },
): DeductionCell {
  if (typeof raw === 'number' && raw > 0 && Number.isFinite(raw)) {
    const hundredths = wholeNumber(raw * (options.counts ? Math.round(rule.points * 100) : 100));
    const note = options.note === '' ? null : options.note;
    return {
      finding: { indicator: rule.id, hundredths, cell: reader.cell(row, column), note },
      faulty: false,
    };
  }
  const { context } = reader;
  if (raw === '') {
    const key = row * 16384 + column;
    if (!reader.layout.sheet.uncalculated.has(key)) return NOTHING;
  }
  const reading = readDeduction(raw, context.deductions, options.asks, options.note !== '');
  if (reading.kind === 'nothing' && raw !== '') return NOTHING;
  if (reader.broken(row, column, `${rule.id} ${rule.title}`, rule.clause)) return FAULTY;
  const cell = reader.cell(row, column);
  const note = options.note === '' ? null : options.note;
  const unit = Math.round(rule.points * 100);
  if (reading.kind === 'nothing') return NOTHING;
  if (reading.kind === 'one')
    return { finding: { indicator: rule.id, hundredths: unit, cell, note }, faulty: false };
  if (reading.kind === 'fault' && reading.code === 'ambiguous-mark' && reader.layout.answer?.mark) {
    const one = reader.layout.answer.mark === 'one';
    return one ? { finding: { indicator: rule.id, hundredths: unit, cell, note }, faulty: false } : NOTHING;
  }
  if (reading.kind === 'fault') {
    reportFault(
      reader,
      row,
      column,
      raw,
      rule,
      reading.code === 'ambiguous-mark' ? 'ambiguous-mark' : 'not-a-number',
    );
    return FAULTY;
  }
  reportForm(reader, row, column, raw, rule, reading);
  const hundredths = wholeNumber(reading.value * (options.counts ? unit : 100));
  return { finding: { indicator: rule.id, hundredths, cell, note }, faulty: false };
}

/** A figure that stands otherwise than it is read: kept as text, or with a sign. */
function reportForm(
  reader: SheetReader,
  row: number,
  column: number,
  raw: CellValue,
  rule: PerFinding,
  reading: Extract<DeductionReading, { kind: 'figure' }>,
): void {
  if (reading.info === 'text-number') {
    reader.reportTextNumber(row, column, String(raw), reading.value, {
      kind: 'set-number',
      value: reading.value,
    });
  } else if (reading.info === 'negative-deduction') {
    reader.context.report('negative-deduction', {
      cell: reader.cell(row, column),
      clause: rule.clause,
      received: String(raw),
      expected: String(reading.value),
      message: `扣分列里写的是 ${String(raw)},按扣 ${reading.value} 分读取。可以一键改成 ${reading.value}。`,
      fix: { kind: 'set-number', value: reading.value },
    });
  }
}

/** Hundredths of a point; what binary noise leaves is rounded away, 1.004 points stay no multiple of anything. */
export function wholeNumber(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-6 ? nearest : value;
}

function reportFault(
  reader: SheetReader,
  row: number,
  column: number,
  raw: CellValue,
  rule: PerFinding,
  code: 'ambiguous-mark' | 'not-a-number',
): void {
  const shown = String(raw);
  const message =
    code === 'ambiguous-mark'
      ? `“${shown}”可以是“合格”,也可以是“有此问题”,不能猜。请在“这张表我是这样读的”中选定它的意思,或改写成扣分数。`
      : `“${rule.id} ${rule.title}”这里写的是“${shown}”,不是一个扣分数。请只写扣的分数,例如 ${rule.points};说明写到备注。`;
  reader.context.report(code, {
    cell: reader.cell(row, column),
    clause: rule.clause,
    received: shown,
    expected: `扣分数,${rule.points} 的倍数`,
    message,
  });
}
