import type { CellValue, Rulings, RulingValue, Scheme } from '../../model';
import { resolveRulings } from '../../scoring';
import type { LongTables } from '../../workbook/longTables';
import { memoryFor } from '../../app/remembered';
import { writeMemory } from '../../workbook/memory';
import { Collection, type CollectionReport, type RowSink } from './collection';
import { collectableSheets, collectedHead, rowStyles } from './columns';
import { commonPeriod } from './commonPeriod';
import type { CollectedFile } from './part';
import { collectReportSheet } from './reportSheet';
import type { EntryTables } from './tables/entries';
import type { Units } from './units';

/** What whoever collects has decided for the whole. */
export interface CollectOptions {
  readonly period: string | null;
  readonly rulings: Readonly<Record<string, RulingValue>>;
  /** What is a unit of its own, whose departments are no other's; left out or `null`, everything is one unit. */
  readonly units?: Units | null;
}

/** What a run came to. */
export type CollectOutcome =
  | { readonly kind: 'done'; readonly bytes: Uint8Array; readonly report: CollectionReport }
  /** Most files are of another half-year than the first: run again with this one. */
  | { readonly kind: 'again'; readonly period: string }
  /** Nothing is written; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string; readonly report: CollectionReport };

/** One collection: files are added in an order that gives the same workbook each time, then it is finished. */
export class CollectRun {
  private readonly collection: Collection;
  private readonly rulings: Rulings;

  /** `entries` gets the rows too. Throws RulingError on a ruling that does not exist. */
  constructor(
    private readonly scheme: Scheme,
    private readonly options: CollectOptions,
    private readonly tables: LongTables,
    private readonly entries: EntryTables | null = null,
  ) {
    const known = resolveRulings(scheme, {}, options.rulings);
    this.rulings = Object.fromEntries(Object.keys(options.rulings).map((key) => [key, known[key]!]));
    this.collection = new Collection(
      scheme,
      { period: options.period, units: options.units ?? null },
      { row: this.sink() },
    );
  }

  private sink(): RowSink['row'] {
    const writers = new Map<string, (values: readonly CellValue[]) => void>();
    const order = new Map(collectableSheets(this.scheme).map(({ id }, index) => [id, index]));
    return (definition, entry) => {
      let write = writers.get(definition.id);
      if (!write) {
        const head = collectedHead(this.scheme, definition);
        write = this.tables.sheet(head, rowStyles(this.scheme, definition), order.get(definition.id)!);
        writers.set(definition.id, write);
      }
      write([...entry.values, entry.file, entry.place]);
      this.entries?.row(definition, entry);
    };
  }

  /** Takes what one file gives. Throws HostError where a sheet gets too long. */
  add(file: CollectedFile): void {
    this.collection.add(file);
  }

  /** Notes a file that could not be read. */
  fail(file: string, message: string): void {
    this.collection.fail(file, message);
  }

  /** Notes a file that goes by another regulation. */
  leaveOut(file: string, message: string): void {
    this.collection.leaveOut(file, message);
  }

  /** Notes something that is no workbook. */
  skip(file: string, message: string): void {
    this.collection.skip(file, message);
  }

  finish(): CollectOutcome {
    const report = this.collection.report(Object.keys(this.rulings));
    if (report.files.every(({ rows }) => rows === 0)) {
      return { kind: 'refused', message: '没有收到任何数据,没有写出工作簿。', report };
    }
    const common = commonPeriod(report.files.map(({ period }) => period));
    if (this.options.period === null && common.kind === 'tie') {
      const message = `各文件的半年不一样(${common.periods.join('、')}),看不出汇集哪一个。请用 --period 指定。没有写出工作簿。`;
      return { kind: 'refused', message, report };
    }
    if (this.options.period === null && common.kind === 'period' && common.period !== report.period) {
      return { kind: 'again', period: common.period! };
    }
    const memory = writeMemory({
      ...memoryFor(this.scheme.id),
      period: report.period,
      rulings: { ...report.rulings, ...this.rulings },
    });
    return { kind: 'done', bytes: this.tables.finish([collectReportSheet(report)], memory), report };
  }
}
