import type { CellValue, Scheme } from '../../model';
import { cellName } from '../../model';
import { readLicence } from '../../workbook/read/values/licence';
import { compact } from '../../workbook/read/values/text';
import { headerKeys } from '../../workbook/recognise/normalise';
import { type SheetSnapshot, type Snapshot, valueAt } from '../../workbook/snapshot';
import { isNoData, noDataBelow } from '../../workbook/tables';
import type { Customer, DrawNote } from './customer';

/** The customers of a list, and what is wrong with its other rows. */
export interface CustomerList {
  readonly customers: readonly Customer[];
  readonly notes: readonly DrawNote[];
  /** Tab that it was read from; `null` where no sheet looks like a list of customers. */
  readonly sheet: string | null;
  /** Ids of the strata that the list has a column for. */
  readonly strata: readonly string[];
}

/** Rows from the top in which the header is looked for. */
const HIGHEST_HEADER = 12;

/** Columns by what they hold: field ids, `person:POST`, `stratum:ID`. */
type Columns = ReadonlyMap<string, number>;

/**
 * Reads the customer list of a workbook: the sheet and row whose headers name most of what a list has. Rows without
 * an area, and customers that stand twice, are left out and named with their cells.
 */
export function readCustomers(snapshot: Snapshot, scheme: Scheme): CustomerList {
  const found = snapshot.sheets.map((sheet) => findHeader(sheet, scheme)).filter((each) => each !== null);
  const best = found.sort((one, other) => other.columns.size - one.columns.size)[0];
  const fault = best ? missingColumns(best, scheme) : `没有认出客户清单:表头要有${wanted(scheme)}。`;
  if (!best || fault !== null) {
    const note: DrawNote = { severity: 'error', place: best?.sheet.name ?? '', message: fault ?? '' };
    return { customers: [], notes: [note], sheet: null, strata: [] };
  }
  const rows = new ListRows(best.sheet, best.columns, scheme);
  rows.readBelow(best.row);
  rows.close(best.row);
  return {
    customers: rows.customers,
    notes: rows.notes,
    sheet: best.sheet.name,
    strata: [...best.columns.keys()].filter((id) => id.startsWith('stratum:')).map((id) => id.slice(8)),
  };
}

/** Why the list cannot be divided by these strata, in Chinese; `null` where it can, or is no list at all. */
export function absentStrata(
  { sheet, strata }: CustomerList,
  wanted: readonly string[],
  scheme: Scheme,
): string | null {
  const absent = wanted.filter((id) => !strata.includes(id));
  if (sheet === null || absent.length === 0) return null;
  const names = (scheme.sampling.strata ?? [])
    .filter(({ id }) => absent.includes(id))
    .map(({ name }) => name);
  return `客户清单没有“${names.join('”“')}”一列,不能按它分层。`;
}

function fieldName(scheme: Scheme, id: string): string {
  return scheme.fields.find((field) => field.id === id)?.name ?? id;
}

function wanted(scheme: Scheme): string {
  return `“${fieldName(scheme, 'licence')}”(或“${fieldName(scheme, 'household')}”)和“${fieldName(scheme, 'area')}”`;
}

function missingColumns({ columns }: FoundHeader, scheme: Scheme): string | null {
  if (!columns.has('area') && areaPost(columns, scheme) === null) {
    return `客户清单没有“${fieldName(scheme, 'area')}”一列,不知道按什么抽样。请补上这一列后重新抽样。`;
  }
  return null;
}

/** Without a column of areas, an area is what one person of the first post looks after. */
function areaPost(columns: Columns, scheme: Scheme): string | null {
  const first = scheme.posts[0]?.id;
  return first !== undefined && columns.has(`person:${first}`) ? first : null;
}

interface FoundHeader {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly columns: Columns;
}

function findHeader(sheet: SheetSnapshot, scheme: Scheme): FoundHeader | null {
  let best: FoundHeader | null = null;
  const end = Math.min(sheet.top + sheet.values.length, HIGHEST_HEADER);
  for (let row = sheet.top; row < end; row += 1) {
    const columns = columnsOf(sheet.values[row - sheet.top] ?? [], sheet.left, scheme);
    const isList = columns.has('licence') || columns.has('household');
    if (isList && columns.size > Math.max(1, best?.columns.size ?? 0)) best = { sheet, row, columns };
  }
  return best;
}

function columnsOf(cells: readonly CellValue[], left: number, scheme: Scheme): Columns {
  const columns = new Map<string, number>();
  // A header that is a name of its own wins over another's synonym, so names are looked through first.
  for (const exact of [true, false]) {
    cells.forEach((cell, index) => {
      const keys = typeof cell === 'string' ? headerKeys(cell) : [];
      const taken = [...columns.values()].includes(left + index);
      const id = taken ? undefined : keys.map((key) => meaning(key, scheme, exact)).find((each) => each);
      if (id !== undefined && id !== null && !columns.has(id)) columns.set(id, left + index);
    });
  }
  return columns;
}

const LIST_FIELDS = ['licence', 'household', 'area', 'department'];

function meaning(key: string, scheme: Scheme, exact: boolean): string | null {
  const is = ({ name, synonyms }: { name: string; synonyms: readonly string[] }): boolean =>
    (exact ? [name] : synonyms).some((text) => headerKeys(text).includes(key));
  const post = scheme.posts.find(is);
  if (post) return `person:${post.id}`;
  const stratum = scheme.sampling.strata?.find(is);
  if (stratum) return `stratum:${stratum.id}`;
  return scheme.fields.find((field) => LIST_FIELDS.includes(field.id) && is(field))?.id ?? null;
}

class ListRows {
  readonly customers: Customer[] = [];
  readonly notes: DrawNote[] = [];
  private readonly seen = new Map<string, Customer>();
  private readonly areaColumn: string;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly columns: Columns,
    private readonly scheme: Scheme,
  ) {
    const post = areaPost(columns, scheme);
    this.areaColumn = columns.has('area') ? 'area' : `person:${post ?? ''}`;
    if (this.areaColumn !== 'area') {
      const name = scheme.posts.find(({ id }) => id === post)?.name ?? '';
      const message = `客户清单没有“${fieldName(scheme, 'area')}”一列,按每个${name}负责的客户作为一片。`;
      this.notes.push({ severity: 'warning', place: sheet.name, message });
    }
  }

  /** Reads what stands below the header; rows of totals, signatures and the header once more are no customers. */
  readBelow(header: number): void {
    const { totals, notes } = this.scheme.words;
    const noData = noDataBelow(this.sheet, header, [...totals, ...notes]);
    const end = this.sheet.top + this.sheet.values.length;
    for (let row = header + 1; row < end; row += 1) {
      if (!isNoData(this.sheet.values[row - this.sheet.top] ?? [], noData)) this.readRow(row);
    }
  }

  /** What is told once of the list, when all of it has been read; `header` is the row of its headers. */
  close(header: number): void {
    const [licence, household] = [fieldName(this.scheme, 'licence'), fieldName(this.scheme, 'household')];
    if (this.customers.length === 0 && this.notes.every(({ severity }) => severity !== 'error')) {
      const message = `第 ${header + 1} 行是表头,下面没有一户客户。请填好客户清单后重新抽样。`;
      this.note('error', this.sheet.name, message);
    }
    this.noteUnowned();
    const nameless = this.customers.filter((customer) => customer.licence === '');
    const [first] = nameless;
    if (!first) return;
    const message = `有 ${nameless.length} 户没有写${licence},按片区和${household}区分,参加抽样;走访时也要写同样的${household}。`;
    this.note('warning', first.place, message);
  }

  /** Whose customer it is says for whom a visit is prepared, and who is missed where none is made. */
  private noteUnowned(): void {
    const unowned = this.customers.filter(({ persons }) => Object.keys(persons).length === 0);
    const [first] = unowned;
    if (!first) return;
    const posts = this.scheme.posts.map(({ name }) => name).join('、');
    const message = `有 ${unowned.length} 户没有写由谁负责(${posts}),抽中以后走访的表里不会给他们排好行,核对走访时也看不出漏了谁。请在清单里补上后重新抽样。`;
    this.note('warning', first.place, message);
  }

  private text(row: number, id: string): string {
    const column = this.columns.get(id);
    return column === undefined ? '' : compact(String(valueAt(this.sheet, row, column)));
  }

  private place(row: number, id: string): string {
    const column = this.columns.get(id) ?? Math.min(...this.columns.values());
    return `${this.sheet.name}!${cellName(row, column)}`;
  }

  private note(severity: DrawNote['severity'], place: string, message: string): void {
    this.notes.push({ severity, place, message });
  }

  private readRow(row: number): void {
    const licenceColumn = this.columns.get('licence');
    const raw = licenceColumn === undefined ? '' : valueAt(this.sheet, row, licenceColumn);
    const reading = readLicence(raw);
    const household = this.text(row, 'household');
    if (reading.kind === 'blank' && household === '') return;
    const words = this.scheme.words.totals.map(compact);
    if (words.includes(household) || (typeof raw === 'string' && words.includes(compact(raw)))) return;
    const area = this.text(row, this.areaColumn);
    if (reading.kind !== 'licence' && reading.kind !== 'blank') {
      const message = `证号“${String(raw)}”丢了后面的数字,这一户没有参加抽样。请按证件重新录入。`;
      this.note('error', this.place(row, 'licence'), message);
      return;
    }
    const licence = reading.kind === 'licence' ? reading.text : '';
    if (area === '') {
      const message = `${household || licence} 没有写${fieldName(this.scheme, 'area')},没有参加抽样。请补上后重新抽样。`;
      this.note('error', this.place(row, this.areaColumn), message);
      return;
    }
    this.take(row, licence, household, area);
  }

  private take(row: number, licence: string, household: string, area: string): void {
    const key = licence === '' ? `${area} ${household}` : licence;
    const known = this.seen.get(key);
    const id = licence === '' ? 'household' : 'licence';
    if (known) {
      const where = known.area === area ? '' : `,那里的片区是“${known.area}”,这里是“${area}”`;
      const message = `${household || licence} 在 ${known.place} 已经有了${where};只按那一行参加抽样。`;
      this.note(known.area === area ? 'warning' : 'error', this.place(row, id), message);
      return;
    }
    const own = (prefix: string): Record<string, string> =>
      Object.fromEntries(
        [...this.columns.keys()]
          .filter((each) => each.startsWith(prefix))
          .map((each) => [each.slice(prefix.length), this.text(row, each)] as const)
          .filter(([, text]) => text !== ''),
      );
    const customer: Customer = {
      key,
      licence,
      household,
      area,
      department: this.text(row, 'department'),
      persons: own('person:'),
      strata: own('stratum:'),
      place: this.place(row, id),
    };
    this.seen.set(key, customer);
    this.customers.push(customer);
  }
}
