import type { Area } from '../../src/model';
import { isMarkRule } from '../../src/workbook/marks';
import { cellKey } from '../../src/workbook/snapshot';
import type { Cell, SheetModel, WorkbookModel } from '..';
import type { Book, BookSheet, CellLook } from './book';
import { shownText, typedText } from './cell-text';

const PIXELS_A_POINT = 4 / 3;
const ALIGN: Readonly<Record<string, CellLook['align']>> = { Left: 'left', Center: 'center', Right: 'right' };

function lookOf({ format }: Cell): CellLook {
  return {
    bold: format.bold,
    italic: format.italic,
    color: format.fontColor,
    fill: format.fill,
    align: ALIGN[format.horizontal ?? ''],
    wrap: format.wrap,
  };
}

/** Width of a text in the grid's font, in CSS pixels: a Chinese character is as wide as it is high. */
function textWidth(text: string): number {
  let width = 12;
  for (const letter of text) width += letter > '\u2e7f' ? 13.5 : 7.5;
  return width;
}

/** A sheet of the model as the grid sees it. */
class ModelSheet implements BookSheet {
  private readonly fitted = new Map<number, number>();
  private marked: { of: unknown; fills: ReadonlyMap<number, string> } = { of: null, fills: new Map() };

  constructor(
    private readonly sheet: SheetModel,
    private readonly date1904: boolean,
  ) {}

  get id(): string {
    return this.sheet.id;
  }

  get name(): string {
    return this.sheet.name;
  }

  get visible(): boolean {
    return this.sheet.visibility === 'Visible';
  }

  get merges(): readonly Area[] {
    return this.sheet.merges;
  }

  used(): Area | null {
    return this.sheet.usedArea(true);
  }

  value(row: number, column: number): Cell['value'] {
    return this.sheet.value(row, column);
  }

  text(row: number, column: number): string {
    return shownText(this.sheet.cell(row, column), this.date1904);
  }

  content(row: number, column: number): string {
    return typedText(this.sheet.cell(row, column), this.date1904);
  }

  look(row: number, column: number): CellLook {
    const look = lookOf(this.sheet.cell(row, column));
    const mark = this.marks().get(cellKey(row, column));
    return mark === undefined ? look : { ...look, fill: mark };
  }

  /** Fills of the marks by cell, made anew where marks came or went. */
  private marks(): ReadonlyMap<number, string> {
    if (this.marked.of === this.sheet.conditions) return this.marked.fills;
    const fills = new Map<number, string>();
    for (const { areas, fill, formula } of this.sheet.conditions) {
      if (fill === null || !isMarkRule(formula)) continue;
      for (const area of areas) {
        for (let row = area.top; row <= area.bottom; row += 1) {
          for (let column = area.left; column <= area.right; column += 1)
            fills.set(cellKey(row, column), fill);
        }
      }
    }
    this.marked = { of: this.sheet.conditions, fills };
    return fills;
  }

  /** A read workbook's own widths are not in the model: fitted to the first 60 rows instead, once. */
  columnWidth(column: number): number | null {
    const set = this.sheet.columnWidths.get(column);
    if (set !== undefined) return set * PIXELS_A_POINT;
    if (!this.fitted.has(column)) this.fitted.set(column, this.fit(column));
    return this.fitted.get(column)!;
  }

  private fit(column: number): number {
    let width = 64;
    this.sheet.each({ top: 0, bottom: 60, left: column, right: column }, (_cell, row) => {
      if (this.sheet.merges.some((area) => row >= area.top && row <= area.bottom && area.left !== area.right))
        return;
      width = Math.max(width, textWidth(this.text(row, column)));
    });
    return Math.min(width, 240);
  }

  rowHeight(row: number): number | null {
    const points = this.sheet.rowHeights.get(row);
    return points === undefined ? null : points * PIXELS_A_POINT;
  }

  isRowHidden(row: number): boolean {
    return this.sheet.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.sheet.hiddenColumns.has(column);
  }
}

/** The emulator's workbook behind the grid; `save` turns it into bytes. */
export class ModelBook implements Book {
  private readonly seen = new WeakMap<SheetModel, ModelSheet>();

  constructor(
    private readonly workbook: WorkbookModel,
    readonly save: () => Promise<Uint8Array>,
  ) {}

  get name(): string {
    return this.workbook.name;
  }

  sheets(): readonly BookSheet[] {
    return this.workbook.sheets.map((sheet) => this.of(sheet));
  }

  active(): BookSheet {
    return this.of(this.activeModel());
  }

  activate(id: string): void {
    const sheet = this.workbook.sheet(id);
    if (!sheet || sheet === this.workbook.active) return;
    this.workbook.active = sheet;
    this.workbook.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    this.workbook.emit({ kind: 'activated', sheet });
  }

  selection(): Area {
    return this.workbook.selection;
  }

  select(area: Area): void {
    this.workbook.selection = area;
    this.workbook.emit({ kind: 'selected', sheet: this.activeModel(), area });
  }

  enter(row: number, column: number, text: string): string | null {
    const sheet = this.activeModel();
    if (sheet.isProtected) return `工作表“${sheet.name}”受保护,不能修改。`;
    this.workbook.enter(sheet, row, column, text);
    this.workbook.touched(sheet, { top: row, left: column, bottom: row, right: column });
    return null;
  }

  onChange(listener: () => void): void {
    this.workbook.listen(() => listener());
  }

  private activeModel(): SheetModel {
    const { active } = this.workbook;
    if (!active) throw new Error('a workbook has at least one visible sheet');
    return active;
  }

  private of(sheet: SheetModel): ModelSheet {
    const known = this.seen.get(sheet);
    if (known) return known;
    const made = new ModelSheet(sheet, this.workbook.date1904);
    this.seen.set(sheet, made);
    return made;
  }
}
