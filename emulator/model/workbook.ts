import type { Area, CellValue } from '../../src/model';
import { MEMORY_NAMESPACE } from '../../src/workbook/host';
import { quoteSheet } from './address';
import { holdsContent, type Cell } from './cell';
import { evaluate } from './evaluate';
import { Journal } from './journal';
import { SheetModel } from './sheet';
import { shiftArea, shiftFormula, type Shift } from './shift';
import { shiftRules } from './shift-setup';
import { takeEntry } from './typed-value';

export interface CustomXmlPart {
  readonly id: string;
  readonly namespaceUri: string;
  readonly xml: string;
}

export interface DefinedName {
  readonly name: string;
  /** With the leading `=`. */
  readonly formula: string;
  readonly visible: boolean;
  /** Name of the sheet it belongs to, `null` for the workbook. */
  readonly scope: string | null;
}

export interface TableModel {
  readonly id: string;
  readonly name: string;
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** Something an add-in or the demo's grid may want to hear of. */
export type ModelEvent =
  | { readonly kind: 'data'; readonly sheet: SheetModel; readonly area: Area; readonly changeType: string }
  | { readonly kind: 'added' | 'deleted' | 'activated' | 'renamed'; readonly sheet: SheetModel }
  | { readonly kind: 'selected'; readonly sheet: SheetModel; readonly area: Area };

/** A workbook in memory, as Excel would hold it: the one truth behind the grid, the add-in and the saved file. */
export class WorkbookModel {
  sheets: SheetModel[] = [];
  names: DefinedName[] = [];
  tables: TableModel[] = [];
  customXmlParts: CustomXmlPart[] = [];
  readonly settings = new Map<string, unknown>();
  active: SheetModel | null = null;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  readOnly = false;
  /** Sheets cannot be added, removed or renamed. */
  structureProtected = false;
  date1904 = false;
  calculationMode = 'Automatic';
  readonly journal = new Journal();
  /** Sheets that were there when the workbook was loaded, with the name they had then. */
  readonly original = new Map<SheetModel, string>();
  /** Areas that somebody holds on to and that move along with their cells. */
  readonly held = new Set<{ sheet: SheetModel; area: Area; gone: boolean }>();
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private nextId = 1;

  constructor(readonly name: string = '工作簿1.xlsx') {}

  /** Calls back after each change; the result ends it. */
  listen(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  emit(event: ModelEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  newId(): string {
    const id = this.nextId.toString(16).toUpperCase().padStart(12, '0');
    this.nextId += 1;
    return `{00000000-0001-0000-0000-${id}}`;
  }

  /** By tab name, whatever its case, or by id; `null` where there is none. */
  sheet(key: string): SheetModel | null {
    const lower = key.toLowerCase();
    return this.sheets.find((one) => one.id === key || one.name.toLowerCase() === lower) ?? null;
  }

  /** Adds an empty sheet at the end. The name must be free and allowed (`isSheetName`). */
  addSheet(name: string): SheetModel {
    const sheet = new SheetModel(this.newId(), name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.emit({ kind: 'added', sheet });
    return sheet;
  }

  deleteSheet(sheet: SheetModel): void {
    this.sheets = this.sheets.filter((one) => one !== sheet);
    this.tables = this.tables.filter((table) => table.sheet !== sheet);
    for (const one of this.held) if (one.sheet === sheet) one.gone = true;
    const name = this.original.get(sheet);
    if (name !== undefined) {
      this.original.delete(sheet);
      this.journal.dropSheet(name);
      this.journal.record({ kind: 'deleteSheet', sheet: name });
    }
    if (this.active === sheet) this.active = this.sheets.find((one) => one.visibility === 'Visible') ?? null;
    this.emit({ kind: 'deleted', sheet });
  }

  activate(sheet: SheetModel): void {
    if (this.active === sheet) return;
    this.active = sheet;
    this.emit({ kind: 'activated', sheet });
  }

  /** Shows the sheet and puts the selection. */
  select(sheet: SheetModel, area: Area): void {
    this.activate(sheet);
    this.selection = area;
    this.emit({ kind: 'selected', sheet, area });
  }

  /** Gives the sheet another name; formulas and names (名称) that name it follow. */
  renameSheet(sheet: SheetModel, name: string): void {
    const before = sheet.name;
    const renamed = (formula: string): string =>
      formula.replaceAll(`${quoteSheet(before)}!`, `${quoteSheet(name)}!`);
    sheet.name = name;
    for (const one of this.sheets) {
      one.each(one.whole, (cell, row, column) => {
        if (cell.formula === null) return;
        const formula = renamed(cell.formula);
        if (formula !== cell.formula) one.put(row, column, { ...cell, formula });
      });
    }
    this.names = this.names.map((one) => ({
      ...one,
      formula: renamed(one.formula),
      scope: one.scope === before ? name : one.scope,
    }));
    if (this.original.has(sheet)) this.journal.lose(`${before}:新的工作表名 ${name}`);
    this.emit({ kind: 'renamed', sheet });
  }

  /** As if the user had typed it: texts become formulas, numbers and dates where they look like them. */
  enter(sheet: SheetModel, row: number, column: number, entry: CellValue): void {
    const before = sheet.cell(row, column);
    const typed = takeEntry(entry, before.numberFormat);
    const numberFormat =
      typed.numberFormat && before.numberFormat === 'General' ? typed.numberFormat : before.numberFormat;
    this.replace(sheet, row, column, {
      value: typed.value,
      formula: typed.formula,
      isError: typed.isError,
      pending: typed.formula !== null,
      numberFormat,
      format: before.format,
    });
  }

  /** Puts the value as it is: a text stays text. */
  store(sheet: SheetModel, row: number, column: number, value: CellValue): void {
    this.replace(sheet, row, column, {
      ...sheet.cell(row, column),
      value,
      formula: null,
      isError: false,
      pending: false,
    });
  }

  private replace(sheet: SheetModel, row: number, column: number, cell: Cell): void {
    sheet.put(row, column, cell);
    const name = this.original.get(sheet);
    if (name === undefined) return;
    if (cell.formula === null) this.journal.setCell(name, row, column, cell.value);
    else this.journal.setFormula(name, row, column, cell.formula);
  }

  /** Says that cells changed; to be called once after the cells of one change have been put. */
  touched(sheet: SheetModel, area: Area, changeType = 'RangeEdited'): void {
    this.recalculate();
    this.emit({ kind: 'data', sheet, area, changeType });
  }

  /** Inserts or deletes whole rows or columns; formulas, names, tables and held areas follow. */
  shift(sheet: SheetModel, shift: Shift): void {
    sheet.shift(shift);
    this.shiftFormulas(sheet, shift);
    const move = (area: Area): Area | null => shiftArea(area, shift);
    this.tables = this.tables.flatMap((table) => {
      const area = table.sheet === sheet ? move(table.area) : table.area;
      return area ? [{ ...table, area }] : [];
    });
    for (const one of this.held) {
      if (one.sheet !== sheet || one.gone) continue;
      const area = move(one.area);
      if (area) one.area = area;
      else one.gone = true;
    }
    this.recordShift(sheet, shift);
  }

  private recordShift(sheet: SheetModel, shift: Shift): void {
    const name = this.original.get(sheet);
    if (name === undefined) return;
    if (shift.axis === 'column') this.journal.lose(`${name}:插入或删除的列`);
    else if (shift.count > 0) {
      const formatOf = Math.max(0, shift.at - 1);
      this.journal.record({ kind: 'insertRows', sheet: name, row: shift.at, count: shift.count, formatOf });
    } else {
      this.journal.record({ kind: 'deleteRows', sheet: name, row: shift.at, count: -shift.count });
    }
  }

  private shiftFormulas(target: SheetModel, shift: Shift): void {
    for (const sheet of this.sheets) {
      sheet.each(sheet.whole, (cell, row, column) => {
        if (cell.formula === null) return;
        const formula = shiftFormula(cell.formula, sheet.name, target.name, shift);
        if (formula !== cell.formula) sheet.put(row, column, { ...cell, formula });
      });
      shiftRules(sheet, target.name, shift);
    }
    this.names = this.names.map((one) => ({
      ...one,
      formula: shiftFormula(one.formula, one.scope ?? '', target.name, shift),
    }));
  }

  /** Recomputes the formulas that the small evaluator knows, until nothing moves (at most 20 rounds). */
  recalculate(): void {
    const formulas: { sheet: SheetModel; row: number; column: number }[] = [];
    for (const sheet of this.sheets) {
      sheet.each(sheet.whole, (cell, row, column) => {
        if (cell.formula !== null) formulas.push({ sheet, row, column });
      });
    }
    for (let round = 0, moved = formulas.length > 0; moved && round < 20; round += 1) {
      moved = formulas.map((one) => this.recompute(one.sheet, one.row, one.column)).some(Boolean);
    }
  }

  private recompute(sheet: SheetModel, row: number, column: number): boolean {
    const cell = sheet.cell(row, column);
    if (cell.formula === null) return false;
    const outcome = evaluate(cell.formula, (name) => (name === null ? sheet : this.sheet(name)));
    const next = outcome ?? (cell.pending ? { value: '#NAME?', isError: true } : null);
    if (!next || (!cell.pending && next.value === cell.value && next.isError === cell.isError)) return false;
    sheet.put(row, column, { ...cell, value: next.value, isError: next.isError, pending: false });
    return true;
  }

  /** Replaces, adds (`xml` given, `id` not there) or removes (`null`) a custom XML part. */
  setXmlPart(id: string, xml: string | null): void {
    const before = this.customXmlParts.find((part) => part.id === id);
    const namespaceUri = xml === null ? (before?.namespaceUri ?? '') : rootNamespace(xml);
    const others = this.customXmlParts.filter((part) => part.id !== id);
    this.customXmlParts = xml === null ? others : [...others, { id, namespaceUri, xml }];
    if ([namespaceUri, before?.namespaceUri].includes(MEMORY_NAMESPACE)) {
      this.journal.record({ kind: 'setMemory', xml: namespaceUri === MEMORY_NAMESPACE ? xml : null });
    } else this.journal.lose('其他自定义 XML 部件');
  }

  /** Everything is blank: no cell of the sheet holds a value or a formula. */
  isEmpty(sheet: SheetModel): boolean {
    let empty = true;
    sheet.each(sheet.whole, (cell) => {
      if (holdsContent(cell)) empty = false;
    });
    return empty;
  }
}

/** Namespace of the root element, `''` where it has none. */
export function rootNamespace(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  if (!root) return '';
  const attribute = root[1] ? `xmlns:${root[1]}` : 'xmlns';
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2]!);
  return found?.[1] ?? found?.[2] ?? '';
}

/** 1 to 31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end. */
export function isSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name);
}
