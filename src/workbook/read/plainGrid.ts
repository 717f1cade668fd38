import { type CellValue, licenceNumber, type VisitRows, type Who } from '../../model';
import { CLOSER, maskOf } from './gridFindings';
import { partOf } from './gridPosts';
import type { PlainRules, PostColumns } from './gridVisit';
import type { SheetReader } from './reader';
import { isNotAssessed } from './rowPost';

/** What the loop over the rows needs of one post. */
interface PlainPost {
  readonly rules: PlainRules;
  /** Number of the part among the visits. */
  readonly part: number;
  readonly whoOf: (row: number) => Who;
}

/**
 * Takes the rows of a grid in which nothing is remarkable: a licence of 12 digits, a day with its year, under each rule
 * nothing or the rule's own points. Nearly all rows of a province are like that, and go into the columns of the visits as
 * numbers. Whatever else a row holds, the row is not taken, and is looked at closely.
 */
export class PlainGrid {
  private readonly masks: Int32Array;
  /** A text that names the post of the sheet. */
  private fittingPost: CellValue | null = null;

  private constructor(
    private readonly reader: SheetReader,
    private readonly posts: readonly PlainPost[],
    private readonly visits: VisitRows,
    /** Positions in a row of values. */
    private readonly licence: number,
    private readonly date: number,
    /** Position of the row's own post; -1 where it has none. */
    private readonly post: number,
    private readonly ownPost: string,
  ) {
    this.masks = new Int32Array(posts.length);
  }

  /**
   * `null` where the sheet itself is remarkable: without licences or days or with merged ones, formulas without a result,
   * totals over several posts.
   */
  static of(
    reader: SheetReader,
    whoOf: ReadonlyMap<PostColumns, (row: number) => Who>,
    visits: VisitRows,
  ): PlainGrid | null {
    const { sheet, totals } = reader.layout;
    const posts = [...whoOf.keys()];
    if (sheet.uncalculated.size > 0 || totals.length > 0) return null;
    const [licence, date, post] = [reader.column('licence'), reader.column('date'), reader.column('post')];
    if (licence === undefined || date === undefined || posts.length === 0) return null;
    // Whom a row names may be filled down; what it says of the household may not.
    if ([licence, date, post ?? date].some((column) => !reader.filledDown(column).isPlain)) return null;
    if (post !== undefined && posts.length > 1) return null;
    if (posts.some(({ bits }) => bits === null)) return null;
    const plain = [...whoOf].map(([own, named]): PlainPost => {
      return { rules: own.plain, part: visits.numberOf(partOf(own)), whoOf: named };
    });
    const [at, day] = [licence - sheet.left, date - sheet.left];
    const said = post === undefined ? -1 : post - sheet.left;
    return new PlainGrid(reader, plain, visits, at, day, said, posts[0]!.post);
  }

  /** Takes a row, 0-based; `false` where it has to be looked at closely. Nothing was taken or reported then. */
  take(row: number, cells: readonly CellValue[]): boolean {
    const own = cells[this.licence];
    const licence = typeof own === 'string' ? licenceNumber(own) : -1;
    if (licence < 0) return false;
    const day = this.reader.plainDay(cells[this.date]);
    if (Number.isNaN(day)) return false;
    if (this.post >= 0 && !this.fits(cells[this.post])) return false;
    const { posts, masks } = this;
    for (let at = 0; at < posts.length; at++) {
      const mask = maskOf(posts[at]!.rules, cells);
      if (mask === CLOSER) return false;
      masks[at] = mask;
    }
    for (let at = 0; at < posts.length; at++) {
      const { part, whoOf } = posts[at]!;
      const who = whoOf(row);
      if (masks[at] === 0 && isNotAssessed(this.reader, who, false)) continue;
      this.visits.addPlain(part, row, who, licence, day, masks[at]!);
    }
    return true;
  }

  private fits(post: CellValue | undefined): boolean {
    if (post === this.fittingPost) return true;
    if (typeof post !== 'string' || this.reader.postNamed(post) !== this.ownPost) return false;
    this.fittingPost = post;
    return true;
  }
}
