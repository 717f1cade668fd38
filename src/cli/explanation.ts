import type { Evaluation } from '../app/evaluation';
import { explainData, type ExplainedNode } from '../app/explain/explainData';
import { explain, type ExplainedLine } from '../app/explain/explain';
import { cellName, published, type CellRef, type Issue, type PersonScore, type Scheme } from '../model';

/** One person in one post, explained for other programs. */
interface ExplainedPerson {
  readonly name: string;
  readonly department: string;
  readonly role: string;
  readonly status: PersonScore['status'];
  readonly score: number | null;
  readonly rank: number | null;
  readonly deduction: number | null;
  readonly explanation: readonly ExplainedNode[];
  /** Errors that leave the person unscored; empty for who is scored. */
  readonly errors: readonly Pick<Issue, 'code' | 'message'>[];
}

/** What `explain` prints: the posts of one person one after the other, then how they are taken together. */
export function explanationText(evaluation: Evaluation, posts: readonly PersonScore[]): string {
  const blocks = posts.map((person) => {
    const { department, name } = person.assessee;
    const place = person.rank === null ? '' : `  第 ${person.rank} 名`;
    return [
      `${department} ${name} ${postName(person, evaluation.scheme)}${place}`,
      ...explain(person, evaluation.scheme).map(lineText),
      ...errorsOf(evaluation, person).map(errorLine),
      '',
    ].join('\n');
  });
  return [...blocks, ...togetherLines(posts)].join('\n');
}

/** What `explain --json` writes, a list with one entry a post. */
export function explanationData(
  evaluation: Evaluation,
  posts: readonly PersonScore[],
): readonly ExplainedPerson[] {
  return posts.map((person) => ({
    name: person.assessee.name,
    department: person.assessee.department,
    role: postName(person, evaluation.scheme),
    status: person.status,
    score: published(person.score),
    rank: person.rank,
    deduction: published(person.deduction),
    explanation: explainData(person, evaluation.scheme),
    errors: errorsOf(evaluation, person).map(({ code, message }) => ({ code, message })),
  }));
}

function postName({ assessee }: PersonScore, { posts }: Scheme): string {
  return posts.find(({ id }) => id === assessee.post)?.name ?? assessee.post;
}

function lineText({ depth, text, clause, lost, cells }: ExplainedLine): string {
  const where = cells.length > 0 ? `  [${cells.map(cellText).join('、')}]` : '';
  const taken = lost === null ? '' : ` → 扣 ${lost} 分`;
  return `${'  '.repeat(depth)}${text}${clause === null ? '' : `(${clause})`}${taken}${where}`;
}

function errorLine({ sheet, cell, message }: Issue): string {
  const place = cell === null ? (sheet ?? '') : cellText(cell);
  return `  [错误] ${place} ${message}`;
}

function cellText({ sheet, row, column }: CellRef): string {
  return `${sheet}!${cellName(row, column)}`;
}

/** Errors that name the person, and their department where they say one; none for who is scored. */
function errorsOf({ issues }: Evaluation, { assessee, status }: PersonScore): readonly Issue[] {
  if (status === 'scored') return [];
  return issues.filter(
    ({ severity, person, department }) =>
      severity === 'error' &&
      person === assessee.name &&
      (department === null || department === assessee.department),
  );
}

/** A person counts once in the department's mean, with the mean of the posts' scores (R31). */
function togetherLines(posts: readonly PersonScore[]): string[] {
  if (posts.length < 2) return [];
  const scores = posts.map(({ score }) => score);
  if (scores.includes(null)) return ['几个岗位中有未计分的,暂不能计入部门平均分', ''];
  const known = scores.flatMap((score) => score ?? []);
  const mean = known.reduce((sum, score) => sum.add(score)).div(known.length);
  const sum = known.map((score) => String(published(score))).join(' + ');
  return [`几个岗位按平均成绩计入部门平均分:(${sum}) ÷ ${known.length} = ${published(mean)}`, ''];
}
