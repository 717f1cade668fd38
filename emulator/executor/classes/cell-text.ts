import { valueType, type Cell } from '../../model';

function decimals(format: string): number {
  return /\.(0+)/.exec(format)?.[1]?.length ?? 0;
}

function dateText(serial: number): string {
  return new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}

/** What the cell shows, for the formats that this product writes; other formats show the plain value. */
export function shownText(cell: Cell): string {
  const { value, numberFormat: format } = cell;
  if (valueType(cell) === 'Boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return String(value);
  if (/^[#,0.]*0[#,0.]*%$/.test(format)) return `${(value * 100).toFixed(decimals(format))}%`;
  if (/^0(\.0+)?$/.test(format)) return value.toFixed(decimals(format));
  if (/yy/i.test(format)) return dateText(value);
  return String(value);
}
