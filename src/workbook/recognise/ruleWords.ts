import type { PerFinding, Scheme } from '../../model';
import { kept } from './kept';
import { headerKeys, normaliseHeader } from './normalise';

/** What a header text says of household rules: the rules it may mean, and by what it was recognised. */
export interface IndicatorClaim {
  readonly indicators: readonly string[];
  readonly by: 'id' | 'title' | 'number' | 'part';
}

/** A name of a post, made comparable. */
export interface PostWord {
  readonly word: string;
  readonly post: string;
}

/** Post → key of a header text → ids of the rules that it may mean. */
type RulesByKey = Map<string, Map<string, string[]>>;

/** The words by which a scheme's household rules are told: ids, titles, printed numbers. */
export class RuleWords {
  private readonly titles: RulesByKey = new Map();
  private readonly numbers: RulesByKey = new Map();
  /** Printed numbers that become a number where they are typed into a cell: 1.2. */
  private readonly decimals = new Set<number>();
  private readonly ids = new Map<string, PerFinding>();
  /** Post, or '' for all, → text → what it says of rules. */
  private readonly known = new Map<string, Map<string, IndicatorClaim | null>>();
  private readonly postsByClaim = new WeakMap<IndicatorClaim, readonly string[]>();
  /** Words for a number of faults, the longest first. */
  private readonly counts: readonly string[];

  constructor(
    private readonly scheme: Scheme,
    findings: readonly PerFinding[],
    /** Longer ones first. */
    private readonly posts: readonly PostWord[],
  ) {
    this.counts = scheme.fields
      .filter(({ type }) => type === 'findingCount')
      .flatMap(({ name, synonyms }) => [name, ...synonyms])
      .sort((one, other) => other.length - one.length);
    for (const rule of findings) this.add(rule);
  }

  private add(rule: PerFinding): void {
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

  /** The rule of that id, `null` where there is none. */
  rule(id: string): PerFinding | null {
    return this.ids.get(id.toLowerCase()) ?? null;
  }

  /** The posts whose rules a header text may mean, without repeats. */
  postsOf(claim: IndicatorClaim): readonly string[] {
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

  /**
   * The rules that a text may mean for a post (all posts where `post` is null): by id, by title or alias, by printed
   * number with or without the title, or by the beginning of a title.
   */
  claim(text: string, post: string | null): IndicatorClaim | null {
    let known = this.known.get(post ?? '');
    if (!known) this.known.set(post ?? '', (known = new Map<string, IndicatorClaim | null>()));
    const before = known.get(text);
    return before !== undefined ? before : kept(known, text, this.claimedBy(text, post));
  }

  private claimedBy(text: string, post: string | null): IndicatorClaim | null {
    const claim = this.claimOf(text, post);
    // A title with a comma of its own is one rule; so is a text that no part of which names another.
    if (claim !== null && claim.by === 'title') return claim;
    const several =
      claim === null || /[、,;/\n和及与]/.test(text.normalize('NFKC')) ? this.several(text, post) : [];
    if (several.length > 1) return { indicators: several, by: 'part' };
    if (claim !== null && claim.by !== 'part') return claim;
    const bare = this.bare(text);
    const other = bare === null ? null : this.claimOf(bare, post);
    return other !== null && other.by !== 'part' ? other : claim;
  }

  /** The rules that the parts of an enumeration name, each by itself (`1.2、2.3`). */
  private several(text: string, post: string | null): string[] {
    const parts = text.normalize('NFKC').split(/[、,;/\n和及与]+/);
    const named = parts.map((part) => this.claimOf(part, post));
    return [
      ...new Set(named.flatMap((claim) => (claim !== null && claim.by !== 'part' ? claim.indicators : []))),
    ];
  }

  /** A rule's header without what staff write around it: `一、`, `客户经理-` before, `1分`, `扣分`, `次数` behind. */
  private bare(text: string): string | null {
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

  private claimOf(text: string, post: string | null): IndicatorClaim | null {
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

function push(table: RulesByKey, post: string, key: string, id: string): void {
  const inner = table.get(post) ?? new Map<string, string[]>();
  const ids = inner.get(key) ?? [];
  if (!ids.includes(id)) ids.push(id);
  inner.set(key, ids);
  table.set(post, inner);
}
