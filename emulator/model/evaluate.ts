import type { CellValue } from '../../src/model';
import { columnCount, intersect, parseArea, rowCount, splitAddress } from './address';
import type { SheetModel } from './sheet';

/** What a formula gives, `null` where this small evaluator does not know it. */
export type Outcome = { readonly value: CellValue; readonly isError: boolean } | null;

type Lookup = (sheet: string | null) => SheetModel | null;

const ok = (value: CellValue): Outcome => ({ value, isError: false });
const failed = (value: string): Outcome => ({ value, isError: true });

const CALL = /^(SUM|AVERAGE|COUNT|COUNTA|MAX|MIN)\(([^()]*)\)$/i;

interface Gathered {
  readonly numbers: number[];
  filled: number;
  error: string | null;
}

function gather(list: string, lookup: Lookup): Gathered | null {
  const found: Gathered = { numbers: [], filled: 0, error: null };
  for (const part of list.split(',')) {
    const { sheet, cells } = splitAddress(part.trim());
    const area = parseArea(cells);
    const model = lookup(sheet);
    if (!area || !model) {
      if (part.trim() === '' || Number.isNaN(Number(part))) return null;
      found.numbers.push(Number(part));
      continue;
    }
    const used = model.usedArea(true);
    const seen = used && intersect(used, area);
    if (!seen) continue;
    model.each(seen, (cell) => {
      if (cell.isError) found.error ??= String(cell.value);
      else if (typeof cell.value === 'number') found.numbers.push(cell.value);
      if (cell.value !== '') found.filled += 1;
    });
  }
  return found;
}

function aggregate(name: string, list: string, lookup: Lookup): Outcome {
  const found = gather(list, lookup);
  if (!found) return null;
  const { numbers } = found;
  if (name === 'COUNT') return ok(numbers.length);
  if (name === 'COUNTA') return ok(found.filled);
  if (found.error) return failed(found.error);
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (name === 'SUM') return ok(sum);
  if (name === 'AVERAGE') return numbers.length ? ok(sum / numbers.length) : failed('#DIV/0!');
  if (numbers.length === 0) return ok(0);
  return ok(numbers.reduce((a, b) => (name === 'MAX' ? Math.max(a, b) : Math.min(a, b))));
}

function single(term: string, lookup: Lookup): Outcome {
  if (/^\d+(\.\d+)?$/.test(term)) return ok(Number(term));
  if (/^"(?:[^"]|"")*"$/.test(term)) return ok(term.slice(1, -1).replace(/""/g, '"'));
  const call = CALL.exec(term);
  if (call) return aggregate(call[1]!.toUpperCase(), call[2]!, lookup);
  if (/#REF!/.test(term)) return failed('#REF!');
  const { sheet, cells } = splitAddress(term);
  const area = parseArea(cells);
  const model = area && rowCount(area) * columnCount(area) === 1 ? lookup(sheet) : null;
  if (!area || !model) return null;
  const cell = model.cell(area.top, area.left);
  return { value: cell.value === '' ? 0 : cell.value, isError: cell.isError };
}

function combine(left: number, sign: string, right: number): Outcome {
  if (sign === '/' && right === 0) return failed('#DIV/0!');
  const value =
    sign === '+' ? left + right : sign === '-' ? left - right : sign === '*' ? left * right : left / right;
  return ok(value);
}

/**
 * Sums, means, counts and extremes of areas, single references, and one operator between two of these. Everything else
 * is `null`: the stored value then stays.
 */
export function evaluate(formula: string, lookup: Lookup): Outcome {
  const text = formula.slice(1).trim();
  const alone = single(text, lookup);
  if (alone) return alone;
  const match = /^(.+?)\s*([-+*/])\s*([^-+*/]+)$/.exec(text);
  if (!match || /["']/.test(text)) return null;
  const left = single(match[1]!, lookup);
  const right = single(match[3]!, lookup);
  if (!left || !right) return null;
  if (left.isError) return left;
  if (right.isError) return right;
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return failed('#VALUE!');
  return combine(left.value, match[2]!, right.value);
}
