import { type CellValue, fieldCell, type Who } from '../../model';
import type { GridVisit, PostColumns } from './gridVisit';
import type { SheetReader } from './reader';
import { readDeduction } from './values/deduction';

/** The posts that a row feeds: all of the sheet's, or the one that the row says. */
export function rowPosts(posts: readonly PostColumns[], said: Who | null): readonly PostColumns[] {
  if (said === null || posts.length < 2) return posts;
  const own = posts.filter((post) => post.post === said.post);
  return own.length > 0 ? own : posts.slice(0, 1);
}

/** In a combined matrix, a post without a person and without points was not assessed. */
export function isNotAssessed({ layout }: SheetReader, who: Who, hasPoints: boolean): boolean {
  return who.name === '' && layout.definition.kind === 'combined' && !hasPoints;
}

/** A row whose post and points contradict each other says nothing sure of anybody: its visit is marked so. */
export function markContradiction(
  reader: SheetReader,
  visit: GridVisit,
  row: {
    readonly post: PostColumns;
    readonly posts: readonly PostColumns[];
    readonly said: Who;
    readonly cells: readonly CellValue[];
  },
): void {
  const { posts, said, cells } = row;
  const { post } = row.post;
  const wrong = wrongPost(reader, post, said, posts.length);
  const stray = posts.length > 1 && strayPoints(reader, posts, post, cells);
  if (!wrong && !stray) return;
  const name = (id: string | null): string =>
    reader.context.vocabulary.scheme.posts.find((each) => each.id === id)?.name ?? '';
  const details = {
    cell: fieldCell(visit, 'post'),
    received: said.postText,
    expected: name(post),
    message: `这一行的岗位写的是“${said.postText}”,扣分却写在${said.post === post ? '别的岗位' : name(post)}的项目下。请改正岗位或扣分。`,
    person: visit.who.name,
  };
  visit.faulty = true;
  visit.rowFault = { code: 'role-mismatch', details };
}

/** Whether points stand in the columns of a post that is not the row's. */
function strayPoints(
  reader: SheetReader,
  posts: readonly PostColumns[],
  own: string,
  cells: readonly CellValue[],
): boolean {
  return posts.some((post) => post.post !== own && hasPoints(reader, post, cells));
}

function hasPoints(reader: SheetReader, { rules }: PostColumns, cells: readonly CellValue[]): boolean {
  return rules.some(({ index, asks }) => {
    const raw = cells[index] ?? '';
    return readDeduction(raw, reader.context.deductions, asks, false).kind !== 'nothing';
  });
}

/** Whether the row's own post contradicts the sheet's; in a sheet of several posts, a text that is none is looked up. */
function wrongPost({ layout }: SheetReader, post: string, said: Who, posts: number): boolean {
  return posts === 1 && said.postText !== '' && said.post !== post && !layout.unreadable.has('post');
}
