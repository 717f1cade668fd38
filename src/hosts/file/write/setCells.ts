import { cellName, type CellValue, isInArea } from '../../../model';
import { parseArea, writeArea } from '../read/areas';
import { type ArrayBlock, arrayBlocks, takesWhole, withArrayFormula } from './arrayFormulas';
import type { RawCell, RawRow } from '../read/cells';
import { formulaElement } from '../read/formulas';
import { problem } from '../problems';
import { relatedPart } from '../workbookPart';
import { attribute, findElement, findElements, inner, withAttribute } from '../xml/tags';
import { LAST_COLUMN, LAST_ROW } from '../../../workbook/formulaReferences';
import { cellXml, emptyXml, formulaXml } from './cellXml';
import { isProtected, protectedSheet, unlockedStyles } from './protection';
import { editRows, findDimension, type CellRewrite } from './rows';
import type { EditSession } from './session';
import { withoutSharedFormulas } from './sharedFormulas';
import { withoutStaleValues } from './staleValues';

/** A cell to be written: a value, or a formula with or without its leading `=`. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value?: CellValue;
  readonly formula?: string;
}

/**
 * Writes values and formulas into a sheet. Formats stay; a cell that was not there takes that of its row or column.
 * Throws `HostError` for a position outside the sheet, a number that is none, a part of an array formula, or a
 * locked cell of a protected sheet.
 */
export function setCells(session: EditSession, sheetName: string, cells: readonly CellEdit[]): void {
  if (cells.length === 0) return;
  const sheet = session.sheet(sheetName);
  const original = session.xml(sheet.path);
  const place = new SheetPlace(session, sheet.name, original, cells);
  const edits = new Map<number, Map<number, CellRewrite>>();
  for (const cell of cells) {
    place.check(cell);
    const row = edits.get(cell.row) ?? new Map<number, CellRewrite>();
    row.set(cell.column, (old, oldRow) => place.rewrite(cell, old, oldRow));
    edits.set(cell.row, row);
  }
  const source = touchesShared(original) ? withoutSharedFormulas(original) : original;
  const edited = editRows(source, edits);
  if (place.formulas) session.noteFormulas();
  const fresh = withoutStaleValues(edited, sheet.name, cells);
  session.parts.setText(sheet.path, widened(fresh, cells));
}

function touchesShared(xml: string): boolean {
  return /\st\s*=\s*["']shared["']/.test(xml);
}

/** What must be known of a sheet to write one of its cells. */
class SheetPlace {
  formulas = false;
  /** Blocks of array formulas of which no part may be written, and those that are written as a whole. */
  private readonly blocks: readonly ArrayBlock[];
  private readonly taken: readonly ArrayBlock[];
  private readonly columns;
  private readonly unlocked: ReadonlySet<string> | null;
  private readonly prefix: string;

  constructor(
    private readonly session: EditSession,
    private readonly sheet: string,
    xml: string,
    edits: readonly CellEdit[],
  ) {
    this.prefix = findElement(xml, 'sheetData')?.prefix ?? '';
    const blocks = arrayBlocks(xml);
    this.taken = blocks.filter((block) => takesWhole(block, edits));
    this.blocks = blocks.filter((block) => !this.taken.includes(block));
    this.columns = columnStyles(xml);
    const styles = relatedPart(session.parts, session.book.path, 'styles');
    this.unlocked = isProtected(xml) ? unlockedStyles(styles === null ? null : session.xml(styles)) : null;
  }

  check({ row, column, value }: CellEdit): void {
    const inside = row >= 0 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN;
    if (!inside || !Number.isInteger(row) || !Number.isInteger(column)) this.refuse('位置超出工作表');
    if (typeof value === 'number' && !Number.isFinite(value))
      this.refuse(`${cellName(row, column)} 要写入的不是数`);
    if (typeof value === 'string' && value.length > 32_767)
      this.refuse(`${cellName(row, column)} 的文字超过 32767 字`);
    for (const block of this.blocks) {
      if (!isInArea(block, row, column)) continue;
      this.refuse(
        `${cellName(row, column)} 属于数组公式 ${writeArea(block)},请先在 Excel 中改为普通公式或数值`,
      );
    }
  }

  private refuse(reason: string): never {
    throw problem('unsupported', this.session.parts.name, `(工作表“${this.sheet}”:${reason})`);
  }

  rewrite(edit: CellEdit, old: RawCell | null, row: RawRow | null): string | null {
    const style = old ? attribute(old.tag, 's') : this.inherited(edit.column, row);
    if (this.unlocked && !this.unlocked.has(style ?? '0')) throw protectedSheet(this.sheet);
    if (old && formulaElement(old)) this.formulas = true;
    const name = cellName(edit.row, edit.column);
    if (edit.formula !== undefined) {
      this.formulas = true;
      return this.formulaCell(name, style, edit, old);
    }
    return cellXml(this.prefix, name, style, edit.value ?? '');
  }

  /** An array formula stays one: the same words mean something else in a plain formula. */
  private formulaCell(name: string, style: string | null, edit: CellEdit, old: RawCell | null): string {
    const formula = edit.formula!.replace(/^=/, '');
    const array = old && withArrayFormula(old, formula);
    if (array) return array;
    const isPart = this.taken.some((block) => isInArea(block, edit.row, edit.column));
    return isPart ? emptyXml(this.prefix, name, style) : formulaXml(this.prefix, name, style, formula);
  }

  private inherited(column: number, row: RawRow | null): string | null {
    const own = row ? attribute(row.element.tag, 's') : null;
    if (own !== null && own !== '0') return own;
    return this.columns.find((range) => column >= range.from && column <= range.to)?.style ?? null;
  }
}

function columnStyles(xml: string): { from: number; to: number; style: string }[] {
  const list = findElement(xml, 'cols');
  if (!list) return [];
  return findElements(inner(xml, list), 'col').flatMap(({ tag }) => {
    const style = attribute(tag, 'style');
    if (style === null || style === '0') return [];
    return [{ from: Number(attribute(tag, 'min')) - 1, to: Number(attribute(tag, 'max')) - 1, style }];
  });
}

/** The sheet with a `dimension` that holds the new cells. */
function widened(xml: string, cells: readonly CellEdit[]): string {
  const dimension = findDimension(xml);
  const area = dimension && parseArea(attribute(dimension.tag, 'ref') ?? '');
  if (!dimension || !area) return xml;
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const wide = {
    top: lowest(rows, area.top),
    left: lowest(columns, area.left),
    bottom: highest(rows, area.bottom),
    right: highest(columns, area.right),
  };
  const tag = withAttribute(dimension.tag, 'ref', writeArea(wide));
  return xml.slice(0, dimension.start) + tag + xml.slice(dimension.openEnd);
}

function lowest(numbers: readonly number[], start: number): number {
  return numbers.reduce((low, number) => Math.min(low, number), start);
}

function highest(numbers: readonly number[], start: number): number {
  return numbers.reduce((high, number) => Math.max(high, number), start);
}
