import type { SheetDefinition } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { HeaderBlock, HeaderColumn } from './header';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** What a sheet was taken for, and how sure that is. */
export interface Classification {
  readonly definition: SheetDefinition;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
}

interface Candidate {
  readonly definition: SheetDefinition;
  readonly weight: number;
  readonly matched: number;
  readonly satisfied: number;
}

/** A column of household rules, with the posts whose rules it may mean. */
export interface RuleHit {
  readonly column: HeaderColumn;
  readonly posts: readonly string[];
}

/** The fields that each column may mean by its leaf, best claim first. */
export function claimedFields(header: HeaderBlock, vocabulary: Vocabulary): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const column of header.columns) {
    for (const claim of vocabulary.fieldClaims(column.leaf)) fields.add(claim.field);
  }
  return fields;
}

/** Columns that hold findings: leaf (or the parent over a 扣分 column) is a household rule. */
export function ruleHits(
  header: HeaderBlock,
  vocabulary: Vocabulary,
  sheetPost: string | null,
): readonly RuleHit[] {
  const hits: RuleHit[] = [];
  for (const column of header.columns) {
    const parents = column.parents.join(' ');
    const claim = ruleOfColumn(column, vocabulary, vocabulary.postIn(parents) ?? sheetPost);
    if (!claim) continue;
    const posts = new Set(claim.flatMap((id) => vocabulary.rule(id)?.posts ?? []));
    hits.push({ column, posts: [...posts] });
  }
  return hits;
}

/** The rules a column may mean for a post; `null` where its header is a field or no rule. */
export function ruleOfColumn(
  column: HeaderColumn,
  vocabulary: Vocabulary,
  post: string | null,
): readonly string[] | null {
  const fields = vocabulary.fieldClaims(column.leaf).map((claim) => vocabulary.field(claim.field).type);
  if (fields.some((type) => type === 'deduction' || type === 'findingCount')) {
    const parent = column.parents[column.parents.length - 1];
    return (parent !== undefined && vocabulary.ruleClaim(parent, post)?.indicators) || null;
  }
  if (fields.length > 0) return null;
  return vocabulary.ruleClaim(column.leaf, post)?.indicators ?? null;
}

/** Columns whose leaf is a post's name: persons stand below. */
export function personHits(
  header: HeaderBlock,
  vocabulary: Vocabulary,
): { column: HeaderColumn; post: string }[] {
  const hits: { column: HeaderColumn; post: string }[] = [];
  for (const column of header.columns) {
    const post = vocabulary.postOf(column.leaf);
    if (post !== null) hits.push({ column, post });
  }
  return hits;
}

/**
 * The scheme's sheet that a header fits best. Columns decide; the tab's name breaks ties and helps where a column
 * is missing. `null` where no sheet of the scheme comes near.
 */
export function classify(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  vocabulary: Vocabulary,
  sheetPost: string | null,
): Classification | null {
  const hits = ruleHits(header, vocabulary, sheetPost);
  const matrix = hits.length >= 2 ? classifyMatrix(header, hits, vocabulary, sheetPost) : null;
  if (matrix) return matrix;
  const fields = claimedFields(header, vocabulary);
  const candidates = vocabulary.scheme.sheets
    .filter((definition) => definition.kind !== 'matrix' && definition.kind !== 'combined')
    .map((definition) => weigh(definition, fields, sheet.name))
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
      ...(sameName(sheet.name, best.definition) ? [`工作表名称为“${sheet.name}”`] : []),
    ],
  };
}

function classifyMatrix(
  header: HeaderBlock,
  hits: readonly RuleHit[],
  vocabulary: Vocabulary,
  sheetPost: string | null,
): Classification | null {
  const persons = personHits(header, vocabulary);
  const named = claimedFields(header, vocabulary).has('name');
  const posts = new Set(hits.flatMap((hit) => (hit.posts.length === 1 ? hit.posts : [])));
  const sheets = vocabulary.scheme.sheets;
  const evidence = [`${hits.length} 列的表头是逐户测评的项目`];
  if (posts.size > 1 && (persons.length > 1 || !named)) {
    const combined = sheets.find((definition) => definition.kind === 'combined');
    if (combined) return { definition: combined, confidence: 1, evidence: [...evidence, '上级表头写明岗位'] };
  }
  const post = posts.size === 1 ? [...posts][0]! : (sheetPost ?? mostHits(hits));
  const definition = sheets.find((each) => each.kind === 'matrix' && each.post === post);
  if (!definition) return null;
  return { definition, confidence: posts.size === 1 || sheetPost !== null ? 1 : 0.5, evidence };
}

/** The post that alone accounts for most columns; `null` where two do. */
function mostHits(hits: readonly RuleHit[]): string | null {
  const counts = new Map<string, number>();
  for (const hit of hits) for (const post of hit.posts) counts.set(post, (counts.get(post) ?? 0) + 1);
  const order = [...counts].sort((one, other) => other[1] - one[1]);
  if (order.length === 0 || (order.length > 1 && order[0]![1] === order[1]![1])) return null;
  return order[0]![0];
}

function sameName(name: string, definition: SheetDefinition): boolean {
  const plain = normaliseHeader(name);
  return plain === normaliseHeader(definition.name) || plain === normaliseHeader(definition.title);
}

function weigh(definition: SheetDefinition, fields: ReadonlySet<string>, name: string): Candidate | null {
  const matched = definition.fields.filter((field) => fields.has(field)).length;
  const satisfied = definition.required.filter((need) => isSatisfied(need, fields)).length;
  const named = sameName(name, definition);
  const missing = definition.required.length - satisfied;
  const near = matched >= 2 && satisfied >= Math.max(2, Math.ceil(definition.required.length * 0.6));
  if (missing > 0 && !near && !(named && matched >= 2)) return null;
  if (matched < 2) return null;
  return { definition, matched, satisfied, weight: matched - missing * 0.9 + (named ? 1.5 : 0) };
}

/** Whether a needed field, or one of its alternatives, is there. */
export function isSatisfied(
  need: string | readonly (string | readonly string[])[],
  fields: ReadonlySet<string>,
): boolean {
  if (typeof need === 'string') return fields.has(need);
  return need.some((choice) =>
    typeof choice === 'string' ? fields.has(choice) : choice.every((field) => fields.has(field)),
  );
}
