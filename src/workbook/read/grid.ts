import {
  type CellValue,
  fieldCell,
  type Finding,
  type PerFinding,
  type RowDate,
  type VisitRow,
  type Who,
} from '../../model';
import type { RuleColumn } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import { deductionAt } from './deductions';
import type { SheetReader } from './reader';
import { rowTotals } from './rowTotals';
import { readDeduction } from './values/deduction';
import { plainNumber } from './values/number';

interface PostColumns {
  readonly post: string;
  readonly nameColumn: number | null;
  readonly rules: readonly { readonly at: RuleColumn; readonly rule: PerFinding; readonly asks: boolean }[];
}

/** Reads a matrix: a row a household, a column a rule; one visit for each post that has columns there. */
export function readGrid(reader: SheetReader): VisitRow[] {
  const visits: VisitRow[] = [];
  const posts = postColumns(reader);
  const { left } = reader.layout.sheet;
  reader.eachRow((row, cells) => {
    const identified = IDENTIFYING.some((field) => reader.value(row, field) !== '');
    if (!identified) {
      if (!posts.some((post) => hasValue(post, cells, left))) return;
      // Zeros that stand ready in rows not yet filled in are no visit.
      if (onlyZeros(reader, posts, cells, row)) return;
    }
    const common = readHousehold(reader, row);
    const before = visits.length;
    const said = reader.column('post') === undefined ? null : reader.who(row, null, null);
    for (const post of rowPosts(posts, said)) {
      const visit = readVisit(
        reader,
        row,
        cells,
        post,
        common,
        said !== null && posts.length > 1 ? said : null,
      );
      if (!visit) continue;
      const wrong = said !== null && wrongPost(reader, post.post, said, posts.length);
      const stray = said !== null && posts.length > 1 && strayPoints(reader, posts, post.post, cells);
      visits.push(wrong || stray ? inWrongPost(reader, visit, post.post, said) : visit);
    }
    if (reader.layout.totals.length > 0) keepTotals(reader, row, visits, before);
  });
  return visits;
}

/** The posts that a row feeds: all of the sheet's, or the one that the row says. */
function rowPosts(posts: readonly PostColumns[], said: Who | null): readonly PostColumns[] {
  if (said === null || posts.length < 2) return posts;
  const own = posts.filter((post) => post.post === said.post);
  return own.length > 0 ? own : posts.slice(0, 1);
}

/** Whether points stand in the columns of a post that is not the row's. */
function strayPoints(
  reader: SheetReader,
  posts: readonly PostColumns[],
  own: string,
  cells: readonly CellValue[],
): boolean {
  const { left } = reader.layout.sheet;
  return posts.some((post) => post.post !== own && hasPoints(reader, post, cells, left));
}

function hasPoints(
  reader: SheetReader,
  post: PostColumns,
  cells: readonly CellValue[],
  left: number,
): boolean {
  return post.rules.some(({ at, asks }) => {
    const raw = cells[at.column - left] ?? '';
    return readDeduction(raw, reader.context.deductions, asks, false).kind !== 'nothing';
  });
}

/** Totals over several posts are kept with the row's first visit. */
function keepTotals(reader: SheetReader, row: number, visits: VisitRow[], from: number): void {
  const own = visits.slice(from);
  const first = own[0];
  if (!first || own.some((visit) => visit.faulty)) return;
  const itemScores = rowTotals(reader, row, own);
  if (itemScores.length > 0) visits[from] = { ...first, itemScores };
}

const IDENTIFYING = ['household', 'licence', 'date'] as const;

/** What a row says of the household, for all persons whom it feeds. */
interface HouseholdCells {
  readonly household: string;
  readonly licence: string;
  readonly licenceLost: boolean;
  readonly date: RowDate;
  readonly inspector: string;
  readonly note: string;
  readonly faulty: boolean;
}

function readHousehold(reader: SheetReader, row: number): HouseholdCells {
  const licence = reader.licence(row);
  const date = reader.date(row, 'date');
  return {
    household: reader.text(row, 'household'),
    licence: licence.text,
    licenceLost: licence.faulty,
    date: date.date,
    inspector: reader.text(row, 'inspector'),
    note: reader.text(row, 'note'),
    faulty: licence.faulty || date.faulty,
  };
}

function postColumns(reader: SheetReader): PostColumns[] {
  const { layout, context } = reader;
  const questions = context.vocabulary.scheme.words.yesQuestions.map(normaliseHeader);
  const posts = [...new Set(layout.rules.map((rule) => rule.post))];
  // Where the column of persons could not be told, nobody can be named: the sheet's fault is reported already.
  const named = posts.filter((post) => !layout.unreadable.has(`person:${post}`));
  return named.map((post) => ({
    post,
    nameColumn: layout.persons.find((person) => person.post === post)?.column ?? null,
    rules: layout.rules
      .filter((rule) => rule.post === post)
      .map((at) => ({
        at,
        rule: context.vocabulary.rule(at.indicator)!,
        asks: questions.some((word) => normaliseHeader(at.header).includes(word)),
      })),
  }));
}

function onlyZeros(
  reader: SheetReader,
  posts: readonly PostColumns[],
  cells: readonly CellValue[],
  row: number,
): boolean {
  const { left } = reader.layout.sheet;
  return posts.every(
    (post) =>
      post.rules.every(({ at }) => ['', 0].includes((cells[at.column - left] ?? '') as string | number)) &&
      (post.nameColumn === null || reader.mergedText(row, post.nameColumn) === ''),
  );
}

function hasValue(post: PostColumns, cells: readonly CellValue[], left: number): boolean {
  for (const { at } of post.rules) {
    const value = cells[at.column - left];
    if (value !== '' && value !== undefined) return true;
  }
  return false;
}

/** `null` for a post that was not assessed: in a combined matrix without a person and without points. */
function readVisit(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  post: PostColumns,
  common: HouseholdCells,
  said: Who | null,
): VisitRow | null {
  let findings: Finding[] | null = null;
  let faulty = false;
  const { left, uncalculated } = reader.layout.sheet;
  for (const { at, rule, asks } of post.rules) {
    const raw = cells[at.column - left] ?? '';
    if (raw === 0 || (raw === '' && uncalculated.size === 0)) continue;
    const read = deductionAt(reader, row, at.column, raw, rule, {
      counts: at.counts,
      asks,
      note: common.note,
    });
    if (read.faulty) faulty = true;
    else if (read.finding) (findings ??= []).push(read.finding);
  }
  const who =
    said === null ? reader.who(row, post.post, post.nameColumn) : reader.who(row, null, post.nameColumn);
  const combined = reader.layout.definition.kind === 'combined';
  if (combined && who.name === '' && findings === null && !faulty) return null;
  return {
    source: reader.source,
    row,
    who,
    nameColumn: post.nameColumn,
    kind: 'grid',
    household: common.household,
    licence: common.licence,
    licenceLost: common.licenceLost,
    date: common.date,
    inspector: common.inspector,
    findings: findings ?? NO_FINDINGS,
    total: combined ? null : plainNumber(reader.value(row, 'rowTotal')),
    score: combined ? null : plainNumber(reader.value(row, 'rowScore')),
    itemScores: NO_SCORES,
    faulty: faulty || common.faulty,
  };
}

/** Whether the row's own post contradicts the sheet's; in a sheet of several posts, a text that is none is looked up. */
function wrongPost(reader: SheetReader, post: string, said: Who, posts: number): boolean {
  return posts === 1 && said.postText !== '' && said.post !== post && !reader.layout.unreadable.has('post');
}

/** A row whose post and points contradict each other says nothing sure of anybody. */
function inWrongPost(reader: SheetReader, visit: VisitRow, post: string, said: Who): VisitRow {
  const name = (id: string | null): string =>
    reader.context.vocabulary.scheme.posts.find((each) => each.id === id)?.name ?? '';
  const details = {
    cell: fieldCell(visit, 'post'),
    received: said.postText,
    expected: name(post),
    message: `这一行的岗位写的是“${said.postText}”,扣分却写在${said.post === post ? '别的岗位' : name(post)}的项目下。请改正岗位或扣分。`,
    person: visit.who.name,
  };
  return { ...visit, faulty: true, rowFault: { code: 'role-mismatch', details } };
}

const NO_SCORES: VisitRow['itemScores'] = [];
const NO_FINDINGS: readonly Finding[] = [];
