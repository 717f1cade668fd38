import type { CellValue, Finding, PerFinding, VisitRow } from '../../model';
import type { RuleColumn } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import { deductionAt } from './deductions';
import type { SheetReader } from './reader';
import { readNumber } from './values/number';

interface PostColumns {
  readonly post: string;
  readonly nameColumn: number | null;
  readonly rules: readonly { readonly at: RuleColumn; readonly rule: PerFinding; readonly asks: boolean }[];
}

/** Reads a matrix: a row a household, a column a rule; one visit for each post that has columns there. */
export function readGrid(reader: SheetReader): VisitRow[] {
  const visits: VisitRow[] = [];
  const posts = postColumns(reader);
  const combined = reader.layout.definition.kind === 'combined';
  reader.eachRow((row, cells) => {
    const filled = posts.filter((post) => hasValue(post, cells, reader.layout.sheet.left));
    const identified = ['household', 'licence', 'date'].some((field) => reader.value(row, field) !== '');
    if (!identified && filled.length === 0) return;
    // Zeros that stand ready in rows not yet filled in are no visit.
    if (!identified && onlyZeros(reader, posts, cells, row)) return;
    const licence = reader.licence(row);
    const date = reader.date(row, 'date');
    const note = reader.text(row, 'note');
    for (const post of posts) {
      const visit = readVisit(reader, row, cells, post, note);
      // In a combined matrix a post without a person and without points was not assessed at that visit.
      if (combined && visit.who.name === '' && visit.findings.length === 0 && !visit.faulty) continue;
      visits.push({
        ...visit,
        kind: 'grid',
        household: reader.text(row, 'household'),
        licence: licence.text,
        ...(licence.faulty ? { licenceLost: true } : {}),
        date: date.date,
        inspector: reader.text(row, 'inspector'),
        faulty: visit.faulty || licence.faulty || date.faulty,
        total: combined ? null : plainNumber(reader.value(row, 'rowTotal')),
        score: combined ? null : plainNumber(reader.value(row, 'rowScore')),
        itemScores: [],
      });
    }
  });
  return visits;
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

function readVisit(
  reader: SheetReader,
  row: number,
  cells: readonly CellValue[],
  post: PostColumns,
  note: string,
): Pick<VisitRow, 'source' | 'row' | 'who' | 'nameColumn' | 'findings' | 'faulty'> {
  let findings: Finding[] | null = null;
  let faulty = false;
  const left = reader.layout.sheet.left;
  const anyUncalculated = reader.layout.sheet.uncalculated.size > 0;
  for (const { at, rule, asks } of post.rules) {
    const raw = cells[at.column - left] ?? '';
    if (raw === 0 || (raw === '' && !anyUncalculated)) continue;
    const read = deductionAt(reader, row, at.column, raw, rule, { counts: at.counts, asks, note });
    if (read.faulty) faulty = true;
    else if (read.finding) (findings ??= []).push(read.finding);
  }
  const who = reader.who(row, post.post, post.nameColumn);
  return {
    source: reader.source,
    row,
    who,
    nameColumn: post.nameColumn,
    findings: findings ?? NO_FINDINGS,
    faulty,
  };
}

const NO_FINDINGS: readonly Finding[] = [];

/** A total kept by the staff, `null` where the cell is blank or no number. */
export function plainNumber(raw: CellValue): number | null {
  const reading = readNumber(raw);
  return reading.kind === 'number' ? reading.value : null;
}
