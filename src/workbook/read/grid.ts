import { type CellValue, type Slices, type VisitRows, type Who } from '../../model';
import { readFindings } from './gridFindings';
import { postColumns } from './gridPosts';
import { GridVisit, type PostColumns } from './gridVisit';
import type { SheetField } from './field';
import { PlainGrid } from './plainGrid';
import { isNotAssessed, markContradiction, rowPosts } from './rowPost';
import type { SheetReader } from './reader';
import { rememberedWho } from './rowPerson';
import { isBlankCell } from './rows';
import { rowTotals } from './rowTotals';

/** Reads a matrix into `visits`: a row a household, a column a rule; one visit for each post that has columns there. */
export function* readGrid(reader: SheetReader, visits: VisitRows): Slices<void> {
  const { sheet } = reader.layout;
  const grid = new Grid(reader, postColumns(reader), visits);
  visits.reserve(sheet.values.length * grid.posts.length);
  yield* reader.rowsInSlices((row, cells) => grid.read(row, cells));
}

/** The day first: it is told from a blank without looking at a text. */
const IDENTIFYING = ['date', 'household', 'licence'] as const;

/** Reads the rows of a grid one after another. */
class Grid {
  private readonly plain: PlainGrid | null;
  private readonly identifying: readonly SheetField[];
  private readonly dateField: SheetField;
  private readonly whoOf: ReadonlyMap<PostColumns, (row: number) => Who>;
  private readonly saysPost: boolean;
  private readonly keepsTotals: boolean;

  constructor(
    private readonly reader: SheetReader,
    readonly posts: readonly PostColumns[],
    private readonly visits: VisitRows,
  ) {
    this.identifying = IDENTIFYING.map((field) => reader.field(field));
    this.dateField = reader.field('date');
    this.whoOf = new Map(posts.map((post) => [post, rememberedWho(reader, post)] as const));
    this.plain = PlainGrid.of(reader, this.whoOf, visits);
    this.saysPost = reader.column('post') !== undefined;
    this.keepsTotals = reader.layout.totals.length > 0;
  }

  read(row: number, cells: readonly CellValue[]): void {
    if (this.plain !== null && this.plain.take(row, cells)) return;
    if (areBlank(this.identifying, row)) {
      if (!hasAnyValue(this.posts, cells)) return;
      // Zeros that stand ready in rows not yet filled in are no visit.
      if (onlyZeros(this.reader, this.posts, cells, row)) return;
    }
    this.readClosely(row, cells);
  }

  /** A row of which some cell needs a closer look. */
  private readClosely(row: number, cells: readonly CellValue[]): void {
    const { reader, posts, saysPost } = this;
    const licence = reader.licence(row);
    const date = reader.dateAt(row, 'date', this.dateField);
    const own: GridVisit[] = [];
    const said = saysPost ? reader.whoSaid(row) : null;
    for (const post of rowPosts(posts, said)) {
      const read = readFindings(reader, row, cells, post);
      const who =
        said !== null && posts.length > 1
          ? reader.who(row, null, post.nameColumn)
          : this.whoOf.get(post)!(row);
      if (isNotAssessed(reader, who, read !== 0)) continue;
      const [found, unread] = typeof read === 'number' ? [read, false] : [read.findings, read.faulty];
      const faulty = unread || licence.faulty || date.faulty;
      const visit = new GridVisit(post, row, who, licence.text, date.date, found, faulty, licence.faulty);
      if (said !== null) markContradiction(reader, visit, { post, posts, said, cells });
      own.push(visit);
    }
    if (this.keepsTotals) keepTotals(reader, row, own);
    for (const visit of own) this.visits.add(visit);
  }
}

/** Totals over several posts are kept with the row's first visit. */
function keepTotals(reader: SheetReader, row: number, own: readonly GridVisit[]): void {
  const first = own[0];
  if (!first || own.some((visit) => visit.faulty)) return;
  first.itemScores = rowTotals(reader, row, own);
}

function areBlank(fields: readonly SheetField[], row: number): boolean {
  for (let at = 0; at < fields.length; at++) if (fields[at]!.own(row) !== '') return false;
  return true;
}

function onlyZeros(
  reader: SheetReader,
  posts: readonly PostColumns[],
  cells: readonly CellValue[],
  row: number,
): boolean {
  return posts.every(
    (post) =>
      post.rules.every(({ index }) => ['', 0].includes((cells[index] ?? '') as string | number)) &&
      (post.nameColumn === null || reader.mergedText(row, post.nameColumn) === ''),
  );
}

function hasAnyValue(posts: readonly PostColumns[], cells: readonly CellValue[]): boolean {
  return posts.some(({ rules }) => rules.some(({ index }) => !isBlankCell(cells[index])));
}
