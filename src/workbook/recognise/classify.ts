import type { SheetDefinition } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import { claimsOf } from './claims';
import type { HeaderBlock, HeaderColumn } from './header';
import { normaliseHeader } from './normalise';
import { FIELD, FINDINGS, kindsOf } from './textKinds';
import type { IndicatorClaim, Vocabulary } from './vocabulary';
import { type Candidate, viewOf, weigh } from './weigh';

/** What a sheet was taken for, and how sure that is. */
export interface Classification {
  readonly definition: SheetDefinition;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Posts among which nothing decides; somebody has to say. Left out: it is told. */
  readonly undecided?: readonly string[];
}

/** A column of household rules, with the rules it may mean and their posts. */
export interface RuleHit {
  readonly column: HeaderColumn;
  readonly claim: IndicatorClaim;
  readonly posts: readonly string[];
}

/**
 * Columns that hold findings: leaf (or the parent over a 扣分 column) is a household rule. A post that a parent names is
 * certain; one that only the title or tab names decides between rules of the same header, and no more.
 */
export function ruleHits(
  header: HeaderBlock,
  vocabulary: Vocabulary,
  sheetPost: string | null,
): readonly RuleHit[] {
  const hits: RuleHit[] = [];
  for (const column of header.columns) {
    const own = column.parents.length > 0 ? vocabulary.postIn(column.parents.join(' ')) : null;
    const claim =
      own === null ? openClaim(column, vocabulary, sheetPost) : ruleOfColumn(column, vocabulary, own);
    if (claim) hits.push({ column, claim, posts: vocabulary.postsOfRules(claim) });
  }
  return hits;
}

function openClaim(
  column: HeaderColumn,
  vocabulary: Vocabulary,
  sheetPost: string | null,
): IndicatorClaim | null {
  const claim = ruleOfColumn(column, vocabulary, sheetPost);
  if (sheetPost === null || (claim !== null && claim.by !== 'part')) return claim;
  const other = ruleOfColumn(column, vocabulary, null);
  return other !== null && (other.by === 'title' || other.by === 'id') ? other : claim;
}

/** The rules a column may mean for a post; `null` where its header is a field or no rule. */
export function ruleOfColumn(
  column: HeaderColumn,
  vocabulary: Vocabulary,
  post: string | null,
): IndicatorClaim | null {
  const kinds = kindsOf(column.leaf, vocabulary);
  if ((kinds & FINDINGS) !== 0) {
    const parent = column.parents[column.parents.length - 1];
    return parent === undefined ? null : vocabulary.ruleClaim(parent, post);
  }
  return (kinds & FIELD) !== 0 ? null : vocabulary.ruleClaim(column.leaf, post);
}

/**
 * The scheme's sheet that a header fits best. Columns decide; the tab's name and title break ties and help where a
 * column is missing. `hits` are its columns of household rules; `meta` names the fields that stand above the table for all its rows. `null` where no sheet of
 * the scheme comes near: a staff's own sheet is left alone.
 */
export function classify(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  vocabulary: Vocabulary,
  hits: readonly RuleHit[],
  sheetPost: string | null,
  meta: Iterable<string>,
): Classification | null {
  const matrix = classifyMatrix(header, hits, vocabulary, sheetPost);
  if (matrix) return matrix;
  const view = viewOf(header, vocabulary, [...meta], titlesOf(sheet, header));
  const candidates = vocabulary.scheme.sheets
    .filter((definition) => definition.kind !== 'matrix' && definition.kind !== 'combined')
    .map((definition) => weigh(definition, view))
    .filter((candidate): candidate is Candidate => candidate !== null)
    .sort((one, other) => other.weight - one.weight);
  const best = candidates[0];
  if (!best) return null;
  const second = candidates[1];
  const lead = second ? best.weight - second.weight : best.weight;
  const share = best.satisfied / best.definition.required.length;
  return {
    definition: best.definition,
    confidence: Math.min(1, share * (lead >= 1 ? 1 : 0.75)),
    evidence: [
      `${best.matched} 列的表头属于“${best.definition.name}”`,
      ...(best.named ? [`工作表名称或标题写着“${best.definition.name}”`] : []),
    ],
  };
}

/** The tab's name and the texts above the header. */
function titlesOf(sheet: SheetSnapshot, header: HeaderBlock): readonly string[] {
  const titles = [normaliseHeader(sheet.name)];
  for (let row = sheet.top; row < header.top; row++) {
    for (const value of sheet.values[row - sheet.top] ?? []) {
      if (typeof value === 'string' && value !== '') titles.push(normaliseHeader(value));
    }
  }
  return titles;
}

function classifyMatrix(
  header: HeaderBlock,
  hits: readonly RuleHit[],
  vocabulary: Vocabulary,
  sheetPost: string | null,
): Classification | null {
  // Texts that only resemble a rule prove nothing.
  const sure = hits.filter((hit) => hit.claim.by !== 'part');
  const distinct = new Set(sure.map((hit) => hit.claim.indicators.join()));
  if (distinct.size < 2) return null;
  const { persons, fields } = claimsOf(header, vocabulary);
  const named = fields.has('name');
  if (persons.length === 0 && !named && !holdsHalf(distinct.size, sure, vocabulary)) return null;
  const posts = new Set(hits.flatMap((hit) => (hit.posts.length === 1 ? hit.posts : [])));
  const sheets = vocabulary.scheme.sheets;
  const evidence = [`${hits.length} 列的表头是逐户测评的项目`];
  if (posts.size > 1 && (persons.length > 1 || !named || isOfSeveral(sure))) {
    const combined = sheets.find((definition) => definition.kind === 'combined');
    if (combined) return { definition: combined, confidence: 1, evidence: [...evidence, '上级表头写明岗位'] };
  }
  const post = posts.size === 1 ? [...posts][0]! : (ownPost(sure) ?? sheetPost);
  if (post === null) return undecided(hits, sheets, evidence);
  const definition = sheets.find((each) => each.kind === 'matrix' && each.post === post);
  return definition ? { definition, confidence: 1, evidence } : null;
}

/** How many columns mean a rule of one post alone, by post, most first. */
function ownCounts(hits: readonly RuleHit[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { posts } of hits)
    if (posts.length === 1) counts.set(posts[0]!, (counts.get(posts[0]!) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}

/** Rules of several posts, and not just a column that strayed. */
function isOfSeveral(hits: readonly RuleHit[]): boolean {
  return ownCounts(hits).filter(([, count]) => count > 1).length > 1;
}

/** The post whose own rules several columns are, where those of others are one at most; else `null`. */
function ownPost(hits: readonly RuleHit[]): string | null {
  const [first, second] = ownCounts(hits);
  return first && first[1] > 1 && (second?.[1] ?? 0) <= 1 ? first[0] : null;
}

/** Headers that several posts share, and nothing that says whose sheet it is: no number of fitting columns decides. */
function undecided(
  hits: readonly RuleHit[],
  sheets: readonly SheetDefinition[],
  evidence: readonly string[],
): Classification | null {
  const posts = [...new Set(hits.flatMap((hit) => hit.posts))];
  const fits = (post: string): number => hits.filter((hit) => hit.posts.includes(post)).length;
  const order = posts
    .filter((post) => fits(post) * 2 >= hits.length)
    .sort((one, other) => fits(other) - fits(one));
  const definition = sheets.find((each) => each.kind === 'matrix' && each.post === order[0]);
  if (!definition) return null;
  return { definition, confidence: 0.5, evidence: [...evidence, '看不出岗位'], undecided: order };
}

/** Whether a sheet without any column of persons still has most rules of a post: then that column is missing. */
function holdsHalf(count: number, hits: readonly RuleHit[], vocabulary: Vocabulary): boolean {
  const posts = new Set(hits.flatMap((hit) => hit.posts));
  const sizes = [...posts].map(
    (post) => vocabulary.findings.filter((rule) => rule.posts.includes(post)).length,
  );
  return count * 2 >= Math.min(...sizes);
}
