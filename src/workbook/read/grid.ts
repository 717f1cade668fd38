import {
  type CellValue,
  type Finding,
  licenceNumber,
  type PerFinding,
  type RuleBits,
  type Slices,
  type VisitRow,
  type Who,
} from '../../model';
import type { SheetField } from './field';
import type { RuleColumn } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import { deductionAt, wholeNumber } from './deductions';
import { type GridColumns, GridFinding, GridVisit, type PostColumns, type RuleCells } from './gridVisit';
import { markContradiction, rowPosts } from './rowPost';
import type { SheetReader } from './reader';
import { rowTotals } from './rowTotals';

/** Reads a matrix into `visits`: a row a household, a column a rule; one visit for each post that has columns there. */
export function* readGrid(reader: SheetReader, visits: VisitRow[]): Slices<void> {
  const keepsTotals = reader.layout.totals.length > 0;
  const { top, values } = reader.layout.sheet;
  const licences = new Float64Array(values.length);
  const posts = postColumns(reader, licences);
  const identifying = IDENTIFYING.map((field) => reader.field(field));
  const whoOf = new Map(posts.map((post) => [post, rememberedWho(reader, post)] as const));
  const dateField = reader.field('date');
  const saysPost = reader.column('post') !== undefined;
  yield* reader.rowsInSlices((row, cells) => {
    if (areBlank(identifying, row)) {
      if (!hasAnyValue(posts, cells)) return;
      // Zeros that stand ready in rows not yet filled in are no visit.
      if (onlyZeros(reader, posts, cells, row)) return;
    }
    const number = reader.plainLicence(row);
    const licence = number < 0 ? reader.licence(row) : null;
    const text = licence === null ? reader.licenceField.text(row) : licence.text;
    licences[row - top] = licence === null ? number : licenceNumber(text);
    const date = reader.dateAt(row, 'date', dateField);
    const own: GridVisit[] | null = keepsTotals ? [] : null;
    const said = saysPost ? reader.who(row, null, null) : null;
    for (const post of rowPosts(posts, said)) {
      const read = readFindings(reader, row, cells, post);
      const who =
        said !== null && posts.length > 1 ? reader.who(row, null, post.nameColumn) : whoOf.get(post)!(row);
      if (isNotAssessed(reader, who, read)) continue;
      const lost = licence !== null && licence.faulty;
      const faulty = isFaulty(read) || lost || date.faulty;
      const visit = new GridVisit(post, row, who, text, date.date, foundOf(read), faulty, lost);
      if (said !== null) markContradiction(reader, visit, { post, posts, said, cells });
      visits.push(visit);
      own?.push(visit);
    }
    if (own) keepTotals(reader, row, own);
  });
}

/** In a combined matrix, a post without a person and without points was not assessed. */
function isNotAssessed({ layout }: SheetReader, who: Who, read: RowFindings | number): boolean {
  return who.name === '' && layout.definition.kind === 'combined' && read === 0;
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

/** The day first: it is told from a blank without looking at a text. */
const IDENTIFYING = ['date', 'household', 'licence'] as const;

/** Whom a row names for a post. Rows of one person stand together: mostly it is the person of the row before. */
function rememberedWho(reader: SheetReader, { post, nameColumn }: PostColumns): (row: number) => Who {
  const { sheet } = reader.layout;
  const at = nameColumn ?? reader.column('name');
  const department = reader.column('department');
  // Merged areas and uncalculated formulas make a cell mean something else than it shows.
  const plain = sheet.merges.length === 0 && sheet.uncalculated.size === 0;
  if (at === undefined || department === undefined || !plain) {
    return (row) => reader.who(row, post, nameColumn);
  }
  const [name, place] = [at - sheet.left, department - sheet.left];
  let last: { readonly name: CellValue; readonly place: CellValue; readonly who: Who } | null = null;
  return (row) => {
    const cells = sheet.values[row - sheet.top]!;
    if (last !== null && cells[name] === last.name && cells[place] === last.place) return last.who;
    const who = reader.who(row, post, nameColumn);
    last = who.broken === true ? null : { name: cells[name] ?? '', place: cells[place] ?? '', who };
    return who;
  };
}

function postColumns(reader: SheetReader, licences: Float64Array): PostColumns[] {
  const { layout, context } = reader;
  const questions = context.vocabulary.scheme.words.yesQuestions.map(normaliseHeader);
  const posts = [...new Set(layout.rules.map((rule) => rule.post))];
  // Where the column of persons could not be told, nobody can be named: the sheet's fault is reported already.
  const named = posts.filter((post) => !layout.unreadable.has(`person:${post}`));
  return named.map((post) => {
    const nameColumn = layout.persons.find((person) => person.post === post)?.column ?? null;
    const rules = layout.rules
      .filter((rule) => rule.post === post)
      .map((at) => ruleCells(reader, at, context.vocabulary.rule(at.indicator)!, questions));
    return {
      post,
      nameColumn,
      columns: gridColumns(reader, nameColumn, licences),
      rules,
      bits: bitsOf(rules),
    };
  });
}

/** Bits of a number that are whole in JavaScript, without the sign. */
const MOST_BITS = 31;

function bitsOf(rules: readonly RuleCells[]): RuleBits | null {
  const indicators = rules.map(({ rule }) => rule.id);
  if (indicators.length > MOST_BITS || new Set(indicators).size < indicators.length) return null;
  return { indicators, hundredths: rules.map(({ own }) => own) };
}

function ruleCells(
  reader: SheetReader,
  at: RuleColumn,
  rule: PerFinding,
  questions: readonly string[],
): RuleCells {
  const { sheet } = reader.layout;
  const note = reader.field('note');
  return {
    at,
    rule,
    asks: questions.some((word) => normaliseHeader(at.header).includes(word)),
    shared: { sheet: sheet.name, column: at.column, indicator: rule.id, note },
    index: at.column - sheet.left,
    unit: at.counts ? Math.round(rule.points * 100) : 100,
    own: Math.round(rule.points * 100),
  };
}

function gridColumns(reader: SheetReader, nameColumn: number | null, licences: Float64Array): GridColumns {
  const isShared = reader.layout.definition.kind === 'combined';
  const total = (id: string): SheetField | null =>
    isShared || reader.column(id) === undefined ? null : reader.field(id);
  return {
    source: reader.source,
    nameColumn,
    household: reader.field('household'),
    inspector: isSaid(reader.field('inspector')) ? reader.field('inspector') : null,
    note: reader.field('note'),
    licences,
    top: reader.layout.sheet.top,
    rowTotal: total('rowTotal'),
    rowScore: total('rowScore'),
  };
}

/** A field that stands in a column, or above the table. */
function isSaid({ column, meta }: SheetField): boolean {
  return column !== undefined || meta !== undefined;
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
  return posts.some(({ rules }) => rules.some(({ index }) => !isBlank(cells[index])));
}

/** What a row holds under the rules of a post; `faulty`: some cell could not be read, which is reported. */
interface RowFindings {
  readonly findings: readonly Finding[];
  readonly faulty: boolean;
}

/** As findings, where they were packed as bits. */
function foundOf(read: RowFindings | number): readonly Finding[] | number {
  return typeof read === 'number' ? read : read.findings;
}

function isFaulty(read: RowFindings | number): boolean {
  return typeof read !== 'number' && read.faulty;
}

/** What a row holds under the rules of a post: as bits where each finding is its rule's own points, 0 for nothing. */
function readFindings(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  post: PostColumns,
): RowFindings | number {
  const { rules, bits } = post;
  if (bits === null || reader.layout.sheet.uncalculated.size > 0) return readEach(reader, row, cells, post);
  let mask = 0;
  for (let at = 0; at < rules.length; at++) {
    const cell = rules[at]!;
    const raw = cells[cell.index];
    if (typeof raw === 'number') {
      if (raw === 0) continue;
      if (raw * cell.unit !== cell.own) return readEach(reader, row, cells, post);
      mask |= 1 << at;
    } else if (!isBlank(raw)) return readEach(reader, row, cells, post);
  }
  return mask;
}

/** The type first: it decides nearly always. */
function isBlank(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' ? cell === '' : cell === undefined;
}

/** The same, each cell by itself. */
function readEach(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  { rules }: PostColumns,
): RowFindings | number {
  const blanksMayBreak = reader.layout.sheet.uncalculated.size > 0;
  const findings: Finding[] = [];
  let faulty = false;
  for (const cell of rules) {
    const raw = cells[cell.index];
    if (typeof raw === 'number') {
      if (raw === 0) continue;
      if (raw > 0 && Number.isFinite(raw)) {
        findings.push(new GridFinding(cell.shared, row, wholeNumber(raw * cell.unit)));
        continue;
      }
    } else if (!blanksMayBreak && (raw === '' || raw === undefined)) continue;
    const read = deductionAt(reader, row, cell.at.column, raw ?? '', cell.rule, {
      counts: cell.at.counts,
      asks: cell.asks,
      note: reader.text(row, 'note'),
    });
    if (read.faulty) faulty = true;
    else if (read.finding) findings.push(read.finding);
  }
  return findings.length === 0 && !faulty ? 0 : { findings, faulty };
}
