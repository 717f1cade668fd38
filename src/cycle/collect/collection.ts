import type { Rulings, RulingValue, Scheme, SheetDefinition } from '../../model';
import { collectableSheets, sheetColumns } from './columns';
import type { CollectedFile, CollectedRow, CollectNote } from './part';
import { Repeats } from './repeats';
import type { CollectedEntry } from './tables/entries';
import { DepartmentFolders } from './departmentFolders';
import { unitOf, type Units, wholeName } from './units';

/** Takes the rows that are kept; their departments bear the name that they have in the whole. */
export interface RowSink {
  row(definition: SheetDefinition, entry: CollectedEntry): void;
}

/** What was decided for the whole before the first file. */
export interface CollectionOptions {
  /**
   * A file of another half-year is left out. `null` takes that of the first file that tells one; `commonPeriod` of the
   * report says whether that was the one of most files.
   */
  readonly period: string | null;
  /** What is a unit of its own; `null` for none: everything is one. */
  readonly units: Units | null;
}

/** One line of the table of files. */
export interface FileLine {
  readonly file: string;
  readonly state: 'taken' | 'left-out' | 'unreadable';
  readonly rows: number;
  readonly period: string | null;
  readonly counts: CollectedFile['counts'] | null;
  readonly seal: CollectedFile['seal'] | null;
  readonly remark: string;
}

/** What came of a collection. */
export interface CollectionReport {
  readonly files: readonly FileLine[];
  readonly notes: readonly CollectNote[];
  /** Rows written, by id of the scheme's sheet definition. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows that several files had in the same words and that were taken once. */
  readonly repeated: number;
  readonly period: string | null;
  /** Rulings that the files agree on, for the workbook to remember. */
  readonly rulings: Rulings;
  /** Some file or some row is not in it. */
  readonly isIncomplete: boolean;
}

/** Puts files together, one after the other; holds of each row only what tells it from others. */
export class Collection {
  private readonly lines: FileLine[] = [];
  private readonly notes: CollectNote[] = [];
  private readonly rows = new Map<string, number>();
  private readonly repeats = new Repeats();
  private readonly definitions: ReadonlyMap<string, SheetDefinition>;
  private readonly columns: ReadonlyMap<string, readonly string[]>;
  private readonly remembered: { file: string; rulings: Rulings }[] = [];
  private readonly rosters = { with: 0, without: [] as string[] };
  private repeated = 0;
  private period: string | null;
  private readonly folders = new DepartmentFolders();

  constructor(
    scheme: Scheme,
    private readonly options: CollectionOptions,
    private readonly sink: RowSink,
  ) {
    this.period = options.period;
    const sheets = collectableSheets(scheme);
    this.definitions = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    this.columns = new Map(
      sheets.map((sheet) => [sheet.id, sheetColumns(scheme, sheet).map(({ id }) => id)]),
    );
  }

  /** Takes a file in, unless it belongs to another half-year. */
  add(file: CollectedFile): void {
    this.period ??= file.period;
    const isOther = this.period !== null && file.period !== null && file.period !== this.period;
    const line = { file: file.file, period: file.period, counts: file.counts, seal: file.seal };
    this.notes.push(...file.notes);
    if (isOther) {
      const message = `这个文件是 ${file.period} 的,汇集的是 ${this.period!},没有收进来。请核对日期,或用 --period 指定半年。`;
      this.notes.push({ severity: 'error', file: file.file, place: '', message });
      this.lines.push({ ...line, state: 'left-out', rows: 0, remark: '属于另一个半年' });
      return;
    }
    this.remembered.push({ file: file.file, rulings: file.rulings });
    if (file.hasRoster) this.rosters.with += 1;
    else this.rosters.without.push(file.file);
    let rows = 0;
    for (const { definition, rows: own } of file.sheets) {
      for (const row of own) rows += this.put(definition, row, file.file) ? 1 : 0;
    }
    this.lines.push({ ...line, state: 'taken', rows, remark: sealRemark(file) });
    if (file.seal === 'changed') this.notes.push(brokenSeal(file.file));
  }

  /** Notes a file that could not be read; `message` says why. */
  fail(file: string, message: string): void {
    this.notes.push({ severity: 'error', file, place: '', message });
    const line = { file, period: null, counts: null, seal: null };
    this.lines.push({ ...line, state: 'unreadable', rows: 0, remark: '读不了' });
  }

  /** Notes a file that goes by another regulation; `message` says by which. */
  leaveOut(file: string, message: string): void {
    this.notes.push({ severity: 'error', file, place: '', message });
    const line = { file, period: null, counts: null, seal: null };
    this.lines.push({ ...line, state: 'left-out', rows: 0, remark: '属于另一个办法' });
  }

  /** Notes something of the folder that is no workbook. */
  skip(file: string, message: string): void {
    this.notes.push({ severity: 'info', file, place: '', message });
  }

  private put(id: string, row: CollectedRow, file: string): boolean {
    const definition = this.definitions.get(id)!;
    const columns = this.columns.get(id)!;
    const unit = unitOf(file, this.options.units);
    const own = this.inTheWhole(row, columns, unit, file);
    const repeat = this.repeats.look(definition, columns, own, file);
    if ('note' in repeat) this.notes.push(repeat.note);
    if (repeat.kind === 'same') this.repeated += 1;
    if (repeat.kind === 'same' || repeat.kind === 'left-out') return false;
    this.sink.row(definition, { unit, file, ...own });
    this.rows.set(id, (this.rows.get(id) ?? 0) + 1);
    return true;
  }

  /** The row with its department's name in the whole. */
  private inTheWhole(
    row: CollectedRow,
    columns: readonly string[],
    unit: string,
    file: string,
  ): CollectedRow {
    const at = columns.indexOf('department');
    const department = String(row.values[at] ?? '');
    if (department === '') return row;
    if (this.options.units === null) this.folders.look(department, file);
    if (unit === '') return row;
    const values = [...row.values];
    values[at] = wholeName(unit, department);
    return { ...row, values };
  }

  /** What came of it, once all files are in. On the rulings `decided` the files need not agree. */
  report(decided: readonly string[] = []): CollectionReport {
    const { rulings, notes } = agreed(this.remembered, decided);
    const all = [...this.notes, ...notes, ...this.rosterNotes(), ...this.folders.notes()];
    return {
      files: this.lines,
      notes: all,
      rows: this.rows,
      repeated: this.repeated,
      period: this.period,
      rulings,
      isIncomplete: this.lines.some(({ state }) => state !== 'taken'),
    };
  }

  private rosterNotes(): CollectNote[] {
    if (this.rosters.with === 0) return [];
    return this.rosters.without.map((file) => ({
      severity: 'warning',
      file,
      place: '',
      message: '这个文件没有名册,里面的人要在别的文件的名册里找得到,否则校验会指出不认识的人。',
    }));
  }
}

function sealRemark({ seal }: CollectedFile): string {
  if (seal === 'changed') return '封存后改动过';
  return seal === 'intact' ? '与封存时一致' : '没有封存';
}

/** What was changed after it was sealed is taken as it is now, and named: who handed it in may not know of it. */
function brokenSeal(file: string): CollectNote {
  const message =
    '这个文件封存以后改动过,收入的是现在的内容。请用 verify 看改了哪里,向交表的人问清,需要时重新封存再交。';
  return { severity: 'warning', file, place: '', message };
}

/** The rulings on which all files agree; those on which they differ are named and left at the scheme's default. */
function agreed(
  files: readonly { file: string; rulings: Rulings }[],
  decided: readonly string[],
): { rulings: Rulings; notes: CollectNote[] } {
  const named = new Set(files.flatMap(({ rulings }) => Object.keys(rulings)));
  const keys = [...named].filter((key) => !decided.includes(key)).sort();
  const rulings: Record<string, RulingValue> = {};
  const notes: CollectNote[] = [];
  for (const key of keys) {
    const byValue = new Map<string, string[]>();
    for (const { file, rulings: own } of files) {
      const shown = key in own ? String(own[key]) : '(默认)';
      byValue.set(shown, [...(byValue.get(shown) ?? []), file]);
    }
    if (byValue.size === 1) {
      rulings[key] = files[0]!.rulings[key]!;
      continue;
    }
    const each = [...byValue].map(([value, names]) => `${value}:${shortList(names)}`).join(';');
    notes.push({
      severity: 'error',
      file: null,
      place: '',
      message: `各文件的口径 ${key} 不一致(${each}),汇集的工作簿按默认取值。请统一口径,或用 --set 指定。`,
    });
  }
  return { rulings, notes };
}

/** The first names of a long list, and how many there are. */
function shortList(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等 ${names.length} 个文件`;
}
