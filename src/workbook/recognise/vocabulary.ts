import type { FieldDefinition, PerFinding, Scheme } from '../../model';
import { headerKeys, normaliseHeader } from './normalise';

/** How strongly a header claims a field: by the field's own name, by a synonym, or by a weak synonym, one that is
 *  another field's own name (片区 for a department) or mostly means something else (线路). */
export type ClaimStrength = 3 | 2 | 1;

export interface FieldClaim {
  readonly field: string;
  readonly strength: ClaimStrength;
}

/** What a header text says of household rules: the rules it may mean, and by what it was recognised. */
export interface IndicatorClaim {
  readonly indicators: readonly string[];
  readonly by: 'id' | 'title' | 'number' | 'part';
}

const NONE: readonly FieldClaim[] = [];

/** So many texts are kept with what they mean; the headers and first rows of a workbook hold a few hundred. */
const MOST_TEXTS = 2_000;

const vocabularies = new WeakMap<Scheme, Vocabulary>();

/** The words of a scheme, made once. */
export function vocabularyOf(scheme: Scheme): Vocabulary {
  const known = vocabularies.get(scheme);
  if (known) return known;
  const made = new Vocabulary(scheme);
  vocabularies.set(scheme, made);
  return made;
}

/** The words of a scheme, ready for look-up. */
export class Vocabulary {
  private readonly fieldsByKey = new Map<string, FieldClaim[]>();
  private readonly own = new Set<string>();
  private readonly titles = new Map<string, Map<string, string[]>>();
  private readonly numbers = new Map<string, Map<string, string[]>>();
  /** Printed numbers that become a number where they are typed into a cell: 1.2. */
  private readonly decimals = new Set<number>();
  private readonly ids = new Map<string, PerFinding>();
  private readonly posts: { readonly word: string; readonly post: string }[] = [];
  private readonly fieldsById = new Map<string, FieldDefinition>();
  /** Posts by texts of cells: every row of a list repeats them. */
  private readonly postsOfTexts = new Map<string, string | null>();
  private readonly fieldsOfTexts = new Map<string, readonly FieldClaim[]>();
  /** Post, or '' for all, → text → what it says of rules. */
  private readonly rulesOfTexts = new Map<string, Map<string, IndicatorClaim | null>>();
  private readonly postsByClaim = new WeakMap<IndicatorClaim, readonly string[]>();
  /** Words for a number of faults, the longest first. */
  private readonly counts: readonly string[];
  readonly findings: readonly PerFinding[];

  constructor(readonly scheme: Scheme) {
    this.counts = scheme.fields
      .filter(({ type }) => type === 'findingCount')
      .flatMap(({ name, synonyms }) => [name, ...synonyms])
      .sort((one, other) => other.length - one.length);
    this.findings = scheme.indicators.filter((each): each is PerFinding => each.kind === 'perFinding');
    for (const post of scheme.posts) {
      for (const word of [post.name, ...post.synonyms]) {
        this.posts.push({ word: normaliseHeader(word), post: post.id });
      }
    }
    this.posts.sort((one, other) => other.word.length - one.word.length);
    for (const field of this.allFields()) this.own.add(normaliseHeader(field.name));
    for (const field of this.allFields()) this.addField(field);
    for (const rule of this.findings) this.addRule(rule);
  }

  /** Fields of the scheme, and its sections as columns of a summary (`section:ID`). */
  private allFields(): FieldDefinition[] {
    const sections = this.scheme.sections.map((section): FieldDefinition => ({
      id: `section:${section.id}`,
      name: section.title,
      synonyms: section.synonyms ?? [],
      type: 'figure',
    }));
    return [...this.scheme.fields, ...sections];
  }

  private addField(field: FieldDefinition): void {
    this.fieldsById.set(field.id, field);
    const add = (text: string, strength: ClaimStrength): void => {
      const key = normaliseHeader(text);
      const claims = this.fieldsByKey.get(key) ?? [];
      if (!claims.some((claim) => claim.field === field.id)) claims.push({ field: field.id, strength });
      this.fieldsByKey.set(key, claims);
    };
    add(field.name, 3);
    for (const synonym of field.synonyms) add(synonym, this.own.has(normaliseHeader(synonym)) ? 1 : 2);
    for (const synonym of field.weakSynonyms ?? []) add(synonym, 1);
  }

  private addRule(rule: PerFinding): void {
    this.ids.set(normaliseHeader(rule.id).toLowerCase(), rule);
    for (const post of rule.posts) {
      for (const title of [rule.title, ...rule.aliases]) {
        for (const key of headerKeys(title)) push(this.titles, post, key, rule.id);
      }
      for (const number of rule.printed) push(this.numbers, post, normaliseHeader(number), rule.id);
    }
    for (const number of rule.printed.map(normaliseHeader))
      if (/^\d+\.\d+$/.test(number) && String(Number(number)) === number) this.decimals.add(Number(number));
  }

  /** The field of that id; throws on an id that the scheme does not have. */
  field(id: string): FieldDefinition {
    const field = this.fieldsById.get(id);
    if (!field) throw new Error(`unknown field ${id}`);
    return field;
  }

  /** The rule of that id, `null` where there is none. */
  rule(id: string): PerFinding | null {
    return this.ids.get(id.toLowerCase()) ?? null;
  }

  /** The posts whose rules a header text may mean, without repeats. */
  postsOfRules(claim: IndicatorClaim): readonly string[] {
    let posts = this.postsByClaim.get(claim);
    if (!posts) {
      posts = [...new Set(claim.indicators.flatMap((id) => this.rule(id)?.posts ?? []))];
      this.postsByClaim.set(claim, posts);
    }
    return posts;
  }

  /** Whether 1.2 in a cell may be a rule's printed number; a whole number is points, or no header at all. */
  isPrintedNumber(value: number): boolean {
    return this.decimals.has(value);
  }

  /** The fields that a header text may mean, over all sheets of the scheme. */
  fieldClaims(header: string): readonly FieldClaim[] {
    return this.fieldsOfTexts.get(header) ?? kept(this.fieldsOfTexts, header, this.fieldsClaimedBy(header));
  }

  private fieldsClaimedBy(header: string): readonly FieldClaim[] {
    for (const key of headerKeys(header)) {
      const claims = this.fieldsByKey.get(key);
      if (claims) return claims;
    }
    return NONE;
  }

  /** The post that a text is (岗位 cell, person column); `null` where it is none or more than the post's name. */
  postOf(text: string): string | null {
    const known = this.postsOfTexts.get(text);
    return known !== undefined ? known : kept(this.postsOfTexts, text, this.postOfText(text));
  }

  private postOfText(text: string): string | null {
    const person = normaliseHeader(this.scheme.fields.find((each) => each.type === 'name')?.name ?? '');
    for (const key of headerKeys(text)) {
      const hit = this.posts.find((each) => each.word === key || each.word + person === key);
      if (hit) return hit.post;
    }
    return null;
  }

  /** The one post that a title, parent header or tab name speaks of; `null` where none or several are named. */
  postIn(text: string): string | null {
    let rest = normaliseHeader(text);
    let found: string | null = null;
    for (const { word, post } of this.posts) {
      if (!rest.includes(word)) continue;
      if (found !== null && found !== post) return null;
      found = post;
      rest = rest.split(word).join('|');
    }
    return found;
  }

  /**
   * The household rules that a text may mean for a post (all posts where `post` is null): by id, by title or
   * alias, by printed number with or without the title, or by the beginning of a title.
   */
  ruleClaim(text: string, post: string | null): IndicatorClaim | null {
    let known = this.rulesOfTexts.get(post ?? '');
    if (!known) this.rulesOfTexts.set(post ?? '', (known = new Map<string, IndicatorClaim | null>()));
    const before = known.get(text);
    return before !== undefined ? before : kept(known, text, this.rulesClaimedBy(text, post));
  }

  private rulesClaimedBy(text: string, post: string | null): IndicatorClaim | null {
    const claim = this.ruleClaimOf(text, post);
    // A title with a comma of its own is one rule; so is a text that no part of which names another.
    if (claim !== null && claim.by === 'title') return claim;
    const several =
      claim === null || /[、,;/\n和及与]/.test(text.normalize('NFKC')) ? this.severalRules(text, post) : [];
    if (several.length > 1) return { indicators: several, by: 'part' };
    if (claim !== null && claim.by !== 'part') return claim;
    const bare = this.bareRule(text);
    const other = bare === null ? null : this.ruleClaimOf(bare, post);
    return other !== null && other.by !== 'part' ? other : claim;
  }

  /** The rules that the parts of an enumeration name, each by itself (`1.2、2.3`). */
  private severalRules(text: string, post: string | null): string[] {
    const parts = text.normalize('NFKC').split(/[、,;/\n和及与]+/);
    const named = parts.map((part) => this.ruleClaimOf(part, post));
    return [
      ...new Set(named.flatMap((claim) => (claim !== null && claim.by !== 'part' ? claim.indicators : []))),
    ];
  }

  /** A rule's header without what staff write around it: `一、`, `客户经理-` before, `1分`, `扣分`, `次数` behind. */
  private bareRule(text: string): string | null {
    const plain = text.normalize('NFKC').replace(/\s+/g, '');
    let bare = plain
      .replace(/^第?[一二三四五六七八九十]+(?:[、.:]|项[、.:]?)/, '')
      .replace(/[,、/:-]?(?:扣分|扣?\d+(?:\.\d+)?分)$/, '');
    const count = this.counts.find((word) => bare.endsWith(word));
    if (count !== undefined) bare = bare.slice(0, -count.length);
    for (const { word } of this.posts) {
      if (bare.startsWith(word) && /^[-—–:/·_]/.test(bare.slice(word.length)))
        bare = bare.slice(word.length + 1);
    }
    return bare === plain || bare === '' ? null : bare;
  }

  private ruleClaimOf(text: string, post: string | null): IndicatorClaim | null {
    const plain = normaliseHeader(text);
    if (plain === '') return null;
    const byId = /^([A-Za-z]{1,4})[-‐-―−]+([A-Za-z]?\d+[a-z]?)/i.exec(plain);
    const named = byId && this.rule(`${byId[1]!}-${byId[2]!}`);
    if (named) return { indicators: [named.id], by: 'id' };
    const posts = post === null ? this.scheme.posts.map((each) => each.id) : [post];
    const title = this.collect(this.titles, posts, headerKeys(text));
    if (title.length > 0) return { indicators: title, by: 'title' };
    const numbered = this.numbered(text, plain, posts);
    if (numbered) return numbered;
    return this.partOfTitle(headerKeys(text), posts);
  }

  /** `1.2 价签维护(1分)`, `1.2`, `3)`: the number must agree with the title where both stand. */
  private numbered(whole: string, all: string, posts: readonly string[]): IndicatorClaim | null {
    // `1)1.1.1` is 1.1.1 under its heading 1).
    const heading = /^\d+\)(?=\d)/.exec(all)?.[0] ?? '';
    const plain = all.slice(heading.length);
    const text = heading === '' ? whole : normaliseHeader(whole).slice(heading.length);
    const match = /^\(?(\d+(?:\.\d+)*\)?)[、.)]?(.*)$/.exec(plain);
    if (!match) return null;
    const number = match[1]!;
    const byNumber = this.collect(this.numbers, posts, [number, number.replace(/\)$/, '')]);
    if (match[2] === '') return byNumber.length > 0 ? { indicators: byNumber, by: 'number' } : null;
    const rest = normaliseHeader(text).slice(plain.length - match[2]!.length);
    const byTitle = this.collect(this.titles, posts, headerKeys(rest));
    if (byTitle.length === 0) {
      const part = this.partOfTitle(headerKeys(rest), posts);
      const common = part?.indicators.filter((id) => byNumber.includes(id)) ?? [];
      if (common.length > 0) return { indicators: common, by: 'part' };
      return byNumber.length > 0 ? { indicators: byNumber, by: 'number' } : part;
    }
    const both = byTitle.filter((id) => byNumber.includes(id));
    if (both.length > 0) return { indicators: both, by: 'title' };
    // A number of another rule beside the title contradicts it: both are named, and asked about.
    return {
      indicators: byNumber.length > 0 ? [...new Set([...byTitle, ...byNumber])] : byTitle,
      by: 'title',
    };
  }

  /** A text of four letters or more that one single title begins with or holds. */
  private partOfTitle(keys: readonly string[], posts: readonly string[]): IndicatorClaim | null {
    for (const key of keys) {
      if (key.length < 4 || /^\d/.test(key)) continue;
      const hits = new Set<string>();
      for (const post of posts) {
        for (const [title, ids] of this.titles.get(post) ?? []) {
          if (title.includes(key) || (title.length >= 4 && key.includes(title)))
            ids.forEach((id) => hits.add(id));
        }
      }
      if (hits.size > 0) return { indicators: [...hits], by: 'part' };
    }
    return null;
  }

  private collect(
    table: ReadonlyMap<string, ReadonlyMap<string, string[]>>,
    posts: readonly string[],
    keys: readonly string[],
  ): string[] {
    for (const key of keys) {
      const hits = new Set<string>();
      for (const post of posts) for (const id of table.get(post)?.get(key) ?? []) hits.add(id);
      if (hits.size > 0) return [...hits];
    }
    return [];
  }
}

/** Keeps what was worked out for a text, and returns it; with too many of them it begins anew. */
function kept<Meaning>(known: Map<string, Meaning>, text: string, meaning: Meaning): Meaning {
  if (known.size >= MOST_TEXTS) known.clear();
  known.set(text, meaning);
  return meaning;
}

function push(table: Map<string, Map<string, string[]>>, post: string, key: string, id: string): void {
  const inner = table.get(post) ?? new Map<string, string[]>();
  const ids = inner.get(key) ?? [];
  if (!ids.includes(id)) ids.push(id);
  inner.set(key, ids);
  table.set(post, inner);
}
