import { type Package } from '../package';
import type { PartFacts, SheetFacts } from '../read/facts';
import { dropRelation, relationsOf } from '../relations';
import { problem } from '../problems';
import { attribute, findElement, withAttribute } from '../xml/tags';
import { workbookPart, type SheetPart, type WorkbookPart } from '../workbookPart';

/** A workbook that is being changed: its parts, and what has to be set right once at the end. */
export class EditSession {
  private formulasChanged = false;

  /** `facts`: what is known of the sheets as they are in the file. */
  constructor(
    readonly parts: Package,
    private readonly facts: PartFacts = new Map(),
  ) {}

  /** The workbook part and its tabs as they are now. */
  get book(): WorkbookPart {
    return workbookPart(this.parts);
  }

  /** The worksheet of that name, as Excel compares names. Throws `HostError` where there is none. */
  sheet(name: string): SheetPart {
    const wanted = name.toLowerCase();
    const sheet = this.book.sheets.find((tab) => tab.name.toLowerCase() === wanted);
    if (!sheet?.isWorksheet) throw problem('sheet-gone', this.parts.name, `(工作表“${name}”)`);
    return sheet;
  }

  /** XML of a part that is known to be there. */
  xml(path: string): string {
    const text = this.parts.text(path);
    if (text === null) throw problem('damaged', this.parts.name, '', path);
    return text;
  }

  /** To be said when a formula came, went or moved: the list of the order of calculation no longer holds. */
  noteFormulas(): void {
    this.formulasChanged = true;
  }

  /** Sets right what hangs on all changes together. */
  finish(): void {
    const { path, sheets } = this.book;
    if (this.formulasChanged) this.dropCalculationChain(path);
    if (sheets.some((sheet) => sheet.isWorksheet && this.hasFormulas(sheet.path)))
      this.parts.setText(path, withFullCalculation(this.xml(path)));
  }

  private hasFormulas(path: string): boolean {
    return this.factsOf(path)?.hasFormulas ?? findElement(this.xml(path), 'f') !== null;
  }

  /** `false` where it is known that nothing on that sheet looks at another one; saves unpacking a large one. */
  mayLookElsewhere(path: string): boolean {
    return this.factsOf(path)?.looksElsewhere ?? true;
  }

  private factsOf(path: string): SheetFacts | undefined {
    return this.parts.isAsRead(path) ? this.facts.get(path.toLowerCase()) : undefined;
  }

  private dropCalculationChain(book: string): void {
    for (const relation of relationsOf(this.parts, book)) {
      if (relation.type !== 'calcChain') continue;
      dropRelation(this.parts, book, relation.id);
      if (relation.path === null) continue;
      this.parts.remove(relation.path);
      this.parts.dropContentType(relation.path);
    }
  }
}

/** Elements of a workbook that stand behind `calcPr`. */
const BEHIND_CALCULATION =
  'oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst';

/** Has Excel compute everything when it opens the workbook. */
function withFullCalculation(xml: string): string {
  const known = findElement(xml, 'calcPr');
  if (known) {
    if (attribute(known.tag, 'fullCalcOnLoad') === '1') return xml;
    return (
      xml.slice(0, known.start) + withAttribute(known.tag, 'fullCalcOnLoad', '1') + xml.slice(known.openEnd)
    );
  }
  const root = findElement(xml, 'workbook')!;
  const at = findElement(xml, BEHIND_CALCULATION, findElement(xml, 'sheets')?.end)?.start ?? root.close;
  return `${xml.slice(0, at)}<${root.prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
}
