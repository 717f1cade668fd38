import type { CellValue, Indicator } from '../../model';
import { type Block, type BlockRow, isPercentCell, plainText } from './blocks';
import { BY_OCCURRENCE, BY_RULING, extraText, LIST, PARTS, postName, thresholdText } from './describe';
import type { Draft } from './draft';
import { INDICATOR_HEADERS as H, keyOf, KINDS } from './labels';
import { readQuantity, type Unit } from './quantities';
import { readSource, sourceText } from './sources';

type Parameters = Readonly<Record<string, unknown>>;

/** Cells by the parameters of an indicator that they feed; what is not named stands at the id. */
const PLACES: readonly (readonly [string, keyof typeof H])[] = [
  ['id', 'id'],
  ['clause', 'clause'],
  ['printed', 'printed'],
  ['title', 'title'],
  ['aliases', 'aliases'],
  ['posts', 'posts'],
  ['section', 'section'],
  ['kind', 'kind'],
  ['points', 'points'],
  ['cap', 'cap'],
  ['threshold', 'threshold'],
  ['thresholds', 'threshold'],
  ['groups', 'threshold'],
  ['awareness', 'threshold'],
  ['lower', 'threshold'],
  ['step', 'step'],
  ['rate', 'source'],
  ['ratio', 'source'],
  ['count', 'source'],
  ['outOf', 'source'],
  ['exclusiveWith', 'extra'],
  ['countsOccurrences', 'extra'],
  ['item', 'extra'],
];

/** The indicators, a row each, in the form of a scheme file. */
export function readIndicators(block: Block, draft: Draft): readonly unknown[] {
  return block.rows.map((row, index) => {
    const path = `indicators[${index}]`;
    draft.place(path, row.cell(H.id));
    for (const [key, header] of PLACES) draft.place(`${path}.${key}`, row.cell(H[header]));
    return new IndicatorRow(row, draft).read();
  });
}

/** One row of the table; parameters that the sheet has no column for are those of the base's indicator of that id. */
class IndicatorRow {
  private readonly kind: string;
  /** The indicator that the base has under this id and of this kind. */
  private readonly known: Indicator | undefined;

  constructor(
    private readonly row: BlockRow,
    private readonly draft: Draft,
  ) {
    this.kind = keyOf(KINDS, row.text(H.kind));
    this.known = draft.base.indicators.find(({ id, kind }) => id === row.text(H.id) && kind === this.kind);
  }

  read(): Parameters {
    const { row, draft, kind } = this;
    const common = {
      id: row.text(H.id),
      clause: row.words(H.clause),
      printed: draft.list(row.words(H.printed)),
      title: row.words(H.title),
      aliases: draft.list(row.words(H.aliases)),
      posts: draft.list(row.text(H.posts)).map((text) => this.post(text)),
      section: this.section(),
      kind,
    };
    const cap = draft.number(row.value(H.cap));
    const points = draft.number(row.value(H.points));
    if (!Object.keys(KINDS).includes(kind)) return common;
    return {
      ...this.known,
      ...common,
      ...this.source(),
      ...this.limits(),
      ...this.extra(),
      ...(kind === 'zeroOnAccident' ? this.noPoints(points) : { points }),
      cap,
    };
  }

  private post(text: string): string {
    const { posts } = this.draft.base;
    return posts.find(({ id, name, synonyms }) => [id, name, ...synonyms].includes(text))?.id ?? text;
  }

  private section(): string {
    const text = this.row.text(H.section);
    const { sections } = this.draft.base;
    return sections.find(({ id, title }) => id === text || plainText(title) === text)?.id ?? text;
  }

  private noPoints(points: unknown): Parameters {
    if (points !== undefined) {
      this.fault('points', '这一类指标没有每次扣多少分,这里应当空着。', '空白');
    }
    return {};
  }

  private fault(header: keyof typeof H, message: string, expected: string): void {
    this.draft.fault(this.row.cell(H[header]), message, this.row.text(H[header]), expected);
  }

  private source(): Parameters {
    const { row, draft, known, kind } = this;
    const text = row.text(H.source);
    if (known && text === plainText(sourceText(known, draft.base))) return {};
    const read = readSource(kind, text, draft.base);
    if (read) return this.withoutSources(read);
    const expected = known ? sourceText(known, draft.base) : '数据表的列名,或 列名 ÷ 列名';
    this.fault('source', '看不懂这里的数据来源;列名要和数据表的表头一致。', expected);
    return {};
  }

  /** A source that the sheet gives takes the place of all that the base has of it. */
  private withoutSources(read: Parameters): Parameters {
    return this.known && 'groups' in this.known ? { ...read, groups: undefined } : read;
  }

  private unit(): Unit {
    return this.known && 'unit' in this.known && this.known.unit ? this.known.unit : 'percent';
  }

  private limits(): Parameters {
    switch (this.kind) {
      case 'rateBelow':
      case 'rateAbove':
        return { ...this.thresholds(), step: this.step() };
      case 'band':
        return { lower: this.quantity('threshold', 'percent'), step: this.quantity('step', 'percent') };
      case 'perFinding':
        return this.awareness();
      default:
        return this.none();
    }
  }

  private none(): Parameters {
    for (const header of ['threshold', 'step'] as const) {
      if (this.row.text(H[header]) !== '')
        this.fault(header, '这一类指标没有阈值和步长,这里应当空着。', '空白');
    }
    return {};
  }

  private awareness(): Parameters {
    const known = this.known?.kind === 'perFinding' ? this.known.awareness : undefined;
    if (!known) return this.none();
    const threshold = this.quantity('threshold', 'percent');
    return { awareness: { ...known, threshold, step: this.quantity('step', 'percent') } };
  }

  private step(): unknown {
    const text = this.row.text(H.step);
    if (text.startsWith(BY_RULING.trim())) return { ruling: text.slice(BY_RULING.trim().length).trim() };
    return this.quantity('step', this.unit());
  }

  private quantity(header: 'threshold' | 'step', unit: Unit): string {
    return this.quantityOf(this.row.value(H[header]), header, unit);
  }

  /** The exact decimal; where there is none, 1 stands in, so that one fault gives one issue. */
  private quantityOf(value: CellValue, header: 'threshold' | 'step', unit: Unit): string {
    const isPercent = isPercentCell(this.draft.sheet, this.row.cell(H[header]));
    const read = readQuantity(value, isPercent, unit);
    if (read.kind === 'quantity') return read.decimal;
    this.fault(header, `${H[header]}的写法或单位不对。`, read.expected);
    return '1';
  }

  /** `90分;送货员 95分`, or one quantity a group. */
  private thresholds(): Parameters {
    const { known, draft } = this;
    const unit = this.unit();
    const rate = known?.kind === 'rateBelow' || known?.kind === 'rateAbove' ? known : undefined;
    if (rate?.groups) return this.groupThresholds(rate.groups, unit);
    const parts = String(this.row.value(H.threshold)).normalize('NFKC').split(PARTS);
    const [first = '', ...others] = parts.map((part) => part.trim());
    const whole = parts.length === 1 ? this.row.value(H.threshold) : first;
    const own = others.map((part) => {
      const [, name = '', value = ''] = /^(.*\S)\s+(\S+)$/.exec(part) ?? [];
      return [this.post(name), this.quantityOf(value, 'threshold', unit)] as const;
    });
    for (const [post] of own) {
      if (!draft.base.posts.some(({ id }) => id === post)) {
        this.fault(
          'threshold',
          `阈值里没有岗位“${postName(draft.base, post)}”。`,
          draft.base.posts.map(({ name }) => name).join(LIST),
        );
      }
    }
    const threshold = this.quantityOf(whole, 'threshold', unit);
    return { threshold, thresholds: own.length > 0 ? Object.fromEntries(own) : undefined };
  }

  private groupThresholds(
    groups: NonNullable<Extract<Indicator, { kind: 'rateBelow' | 'rateAbove' }>['groups']>,
    unit: Unit,
  ): Parameters {
    const parts = this.row.text(H.threshold).split(PARTS);
    const found = groups.map((group, index) => {
      const [, title, value] = /^(.*\S)\s+(\S+)$/.exec(parts[index]?.trim() ?? '') ?? [];
      return title === group.title && value !== undefined ? { ...group, threshold: value } : null;
    });
    if (parts.length !== groups.length || found.includes(null)) {
      this.fault('threshold', '这里要逐组写阈值。', thresholdText(this.known!, this.draft.base));
      return {};
    }
    return {
      groups: found.map((group) => ({
        ...group,
        threshold: this.quantityOf(group!.threshold, 'threshold', unit),
      })),
    };
  }

  private extra(): Parameters {
    const text = this.row.text(H.extra);
    const { known, kind } = this;
    if (known && text === plainText(extraText(known))) return {};
    if (kind === 'perFinding') return this.findingExtra(text);
    const item = /^按单项计时\s*(\S+)\s*值\s*(\d+(?:\.\d+)?)\s*分$/.exec(text);
    if (kind === 'zeroOnAccident' && item) return { item: { indicator: item[1], points: Number(item[2]) } };
    if (text !== '' || known) this.fault('extra', '看不懂这里的约定。', known ? extraText(known) : '空白');
    return {};
  }

  private findingExtra(text: string): Parameters {
    const parts = this.draft.list(text);
    const other = parts.map((part) => /^与\s*(\S+)\s*互斥$/.exec(part)?.[1]).find((id) => id !== undefined);
    const known = this.known?.kind === 'perFinding' ? this.known.awareness : undefined;
    const expected = known ? `比率${BY_RULING}${known.ruling}` : null;
    const strange = parts.filter(
      (part) => part !== BY_OCCURRENCE && !/^与\s*\S+\s*互斥$/.test(part) && part !== expected,
    );
    const lacks = expected !== null && !parts.includes(expected);
    if (strange.length > 0 || lacks) {
      this.fault('extra', '看不懂这里的约定。', expected ?? `${BY_OCCURRENCE}、与 指标编号 互斥`);
    }
    return { countsOccurrences: parts.includes(BY_OCCURRENCE) ? true : undefined, exclusiveWith: other };
  }
}
