import type { Area } from '../../src/model';
import { formatArea, unite, type ModelEvent, type SheetModel, type WorkbookModel } from '../model';
import { rangeClass } from './classes/range';
import { worksheetClass } from './classes/worksheet';
import { Remote, type ClassSpec, type RangeTarget, type Session } from './remote';

/** `[category, type, target id, message, id, isRemoteOverride]`, as office.js takes events. */
export type EventEntry = readonly [number, number, string, string, string, boolean];

const EVENT_TYPES: Readonly<Record<string, number>> = {
  DataChanged: 10,
  Changed: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowSorted: 19,
  ColumnSorted: 20,
  SingleClicked: 21,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
};

/** What one add-in has open on a workbook: its references, its event registrations, its unfinished changes. */
export class ExcelSession implements Session {
  readonly references = new Map<string, RangeTarget>();
  cellLimit = 5_000_000;
  private readonly live = new Set<RangeTarget>();
  private readonly registered = new Set<string>();
  private readonly changed = new Map<SheetModel, { area: Area; changeType: string }[]>();
  private queue: EventEntry[] = [];
  private busy = false;
  /** Cells changed since formulas were computed. */
  private stale = false;
  private nextReference = 1;
  /** Called when the user's doings, not a request, have caused events. */
  onEvents: (entries: readonly EventEntry[]) => void = () => undefined;

  constructor(readonly workbook: WorkbookModel) {
    workbook.listen((event) => this.hear(event));
  }

  wrap<T>(spec: ClassSpec<T>, self: T): Remote {
    return Remote.of(spec, self, this);
  }

  private target(sheet: SheetModel, area: Area): RangeTarget {
    const target: RangeTarget = { sheet, area, gone: false };
    this.live.add(target);
    this.workbook.held.add(target);
    return target;
  }

  range(sheet: SheetModel, area: Area): Remote {
    return this.wrap(rangeClass, this.target(sheet, area));
  }

  worksheet(sheet: SheetModel): Remote {
    return this.wrap(worksheetClass, sheet);
  }

  keep(target: RangeTarget): string {
    for (const [id, one] of this.references) if (one === target) return id;
    const id = `ref-${this.nextReference}`;
    this.nextReference += 1;
    this.references.set(id, target);
    return id;
  }

  referenceOf(target: RangeTarget): string | null {
    for (const [id, one] of this.references) if (one === target) return id;
    return null;
  }

  referenceCount(): number {
    return this.references.size;
  }

  release(id: string | null): void {
    if (id === null) {
      for (const one of [...this.references.keys()]) this.release(one);
      return;
    }
    const target = this.references.get(id);
    if (!target) return;
    this.references.delete(id);
    this.workbook.held.delete(target);
  }

  note(sheet: SheetModel, area: Area, changeType = 'RangeEdited'): void {
    this.stale = true;
    const list = this.changed.get(sheet) ?? [];
    const last = list.at(-1);
    const joins = last?.changeType === changeType && changeType === 'RangeEdited';
    if (joins) list[list.length - 1] = { area: unite(last.area, area), changeType };
    else list.push({ area, changeType });
    this.changed.set(sheet, list);
  }

  /** Computes formulas if something changed since the last time. */
  settle(): void {
    if (this.stale) this.workbook.recalculate();
    this.stale = false;
  }

  begin(): void {
    this.busy = true;
  }

  /** Ends a request and gives the events that it caused. */
  end(): readonly EventEntry[] {
    this.settle();
    const changes = [...this.changed];
    this.changed.clear();
    for (const [sheet, list] of changes) {
      for (const { area, changeType } of list) this.workbook.emit({ kind: 'data', sheet, area, changeType });
    }
    for (const target of this.live) {
      if (this.referenceOf(target) === null) this.workbook.held.delete(target);
    }
    this.live.clear();
    this.busy = false;
    const entries = this.queue;
    this.queue = [];
    return entries;
  }

  register(member: string, targetId: string): boolean {
    const match = /^_(Register|Unregister)(\w+)Event$/.exec(member);
    const type = match ? EVENT_TYPES[match[2]!.replace(/^Worksheet/, '')] : undefined;
    if (!match || type === undefined) return false;
    const key = `${type}:${targetId}`;
    if (match[1] === 'Register') this.registered.add(key);
    else this.registered.delete(key);
    return true;
  }

  private hear(event: ModelEvent): void {
    for (const one of describeEvent(event, this.busy)) {
      for (const targetId of [event.sheet.id, 'Workbook']) {
        if (!this.registered.has(`${one.type}:${targetId}`)) continue;
        this.queue.push([65_536, one.type, targetId, JSON.stringify(one.message), '', false]);
      }
    }
    if (!this.busy && this.queue.length > 0) {
      const entries = this.queue;
      this.queue = [];
      this.onEvents(entries);
    }
  }
}

function describeEvent(event: ModelEvent, byAddin: boolean): { type: number; message: object }[] {
  const common = { worksheetId: event.sheet.id, source: 'Local' };
  if (event.kind === 'data') {
    const address = formatArea(event.area);
    const triggerSource = byAddin ? 'ThisLocalAddin' : 'Unknown';
    const { changeType } = event;
    return [{ type: 10, message: { ...common, address, changeType, shiftDirection: 'None', triggerSource } }];
  }
  if (event.kind === 'selected')
    return [{ type: 14, message: { ...common, address: formatArea(event.area) } }];
  const type = { added: 13, deleted: 15, activated: 11, renamed: 25 }[event.kind];
  return [{ type, message: common }];
}
