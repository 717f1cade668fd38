import type { FindingRow, VisitRow } from '../model';

/** Households are told apart by licence, where there is none by the customer's name. */
export function householdKey(assessee: number | string, row: VisitRow | FindingRow): string {
  return `${assessee}\n${householdField(row) === 'licence' ? row.licence : `=${plainText(row.household)}`}`;
}

/** A visit among several to the same household: told apart by its day. */
export function occasionKey(assessee: number, row: VisitRow | FindingRow): string {
  const { serial, yearless } = row.date;
  return `${householdKey(assessee, row)}\n${serial ?? JSON.stringify(yearless)}`;
}

/** What tells the household of a row apart. */
export function householdField(row: VisitRow | FindingRow): 'licence' | 'household' {
  return row.licence !== '' && row.licenceLost !== true ? 'licence' : 'household';
}

/** The key of a household by the customer's name alone. */
export function nameKey(assessee: number, row: VisitRow | FindingRow): string {
  return `${assessee}\n=${plainText(row.household)}`;
}

/** A customer's name made comparable. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
