import type { FieldDefinition, PerFinding, Scheme } from '../../model';
import { kept } from './kept';
import { headerKeys, normaliseHeader, saysAnother } from './normalise';
import { type IndicatorClaim, type PostWord, RuleWords } from './ruleWords';

export type { IndicatorClaim } from './ruleWords';

/** How strongly a header claims a field: by the field's own name, by a synonym, or by a weak synonym, one that is
 *  another field's own name (片区 for a department) or mostly means something else (线路). */
export type ClaimStrength = 3 | 2 | 1;

export interface FieldClaim {
  readonly field: string;
  readonly strength: ClaimStrength;
}

const NONE: readonly FieldClaim[] = [];

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
  private readonly posts: PostWord[] = [];
  private readonly rules: RuleWords;
  private readonly fieldsById = new Map<string, FieldDefinition>();
  /** Posts by texts of cells: every row of a list repeats them. */
  private readonly postsOfTexts = new Map<string, string | null>();
  private readonly fieldsOfTexts = new Map<string, readonly FieldClaim[]>();
  readonly findings: readonly PerFinding[];

  constructor(readonly scheme: Scheme) {
    this.findings = scheme.indicators.filter((each): each is PerFinding => each.kind === 'perFinding');
    for (const post of scheme.posts) {
      for (const word of [post.name, ...post.synonyms]) {
        this.posts.push({ word: normaliseHeader(word), post: post.id });
      }
    }
    this.posts.sort((one, other) => other.word.length - one.word.length);
    this.rules = new RuleWords(scheme, this.findings, this.posts);
    for (const field of this.allFields()) this.own.add(normaliseHeader(field.name));
    for (const field of this.allFields()) this.addField(field);
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

  /** The field of that id; throws on an id that the scheme does not have. */
  field(id: string): FieldDefinition {
    const field = this.fieldsById.get(id);
    if (!field) throw new Error(`unknown field ${id}`);
    return field;
  }

  /** The rule of that id, `null` where there is none. */
  rule(id: string): PerFinding | null {
    return this.rules.rule(id);
  }

  /** The posts whose rules a header text may mean, without repeats. */
  postsOfRules(claim: IndicatorClaim): readonly string[] {
    return this.rules.postsOf(claim);
  }

  /** Whether 1.2 in a cell may be a rule's printed number; a whole number is points, or no header at all. */
  isPrintedNumber(value: number): boolean {
    return this.rules.isPrintedNumber(value);
  }

  /** The fields that a header text may mean, over all sheets of the scheme. */
  fieldClaims(header: string): readonly FieldClaim[] {
    return this.fieldsOfTexts.get(header) ?? kept(this.fieldsOfTexts, header, this.fieldsClaimedBy(header));
  }

  private fieldsClaimedBy(header: string): readonly FieldClaim[] {
    const own = saysAnother(header) ? [normaliseHeader(header)] : null;
    for (const text of [header, withoutPoints(header)]) {
      for (const key of own ?? headerKeys(text)) {
        const claims = this.fieldsByKey.get(key);
        if (claims) return claims;
      }
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
    if (saysAnother(text)) return null;
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

  /** The household rules that a text may mean for a post; for any post where `post` is `null`. */
  ruleClaim(text: string, post: string | null): IndicatorClaim | null {
    return this.rules.claim(text, post);
  }
}

/** `客户投诉20分`: the points of a part behind its name, without brackets; '' where there are none. */
function withoutPoints(header: string): string {
  const plain = normaliseHeader(header);
  const bare = plain.replace(/[,、:/-]?\d+(?:\.\d+)?分$/, '');
  return bare === plain ? '' : bare;
}
