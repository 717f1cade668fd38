import type { PerFinding, RuleBits, VisitPart } from '../../model';
import type { RuleColumn } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import type { SheetField } from './field';
import { type GridColumns, GridVisit, type PostColumns, type RuleCells } from './gridVisit';
import type { SheetReader } from './reader';
import { plainNumber } from './values/number';

/** The columns of each post that a grid has rules of. */
export function postColumns(reader: SheetReader): PostColumns[] {
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
      columns: gridColumns(reader, nameColumn),
      rules,
      plain: {
        indices: Int32Array.from(rules, ({ index }) => index),
        figures: Float64Array.from(rules, ({ own, unit }) => own / unit),
      },
      bits: bitsOf(rules),
    };
  });
}

/** What the plain visits of a post share. */
export function partOf(post: PostColumns): VisitPart {
  const { source, inspector, licence, rowTotal, rowScore } = post.columns;
  return {
    source,
    bits: post.bits,
    inspectorAt: inspector && ((row) => inspector.text(row)),
    totalAt: rowTotal && ((row) => plainNumber(rowTotal.own(row))),
    scoreAt: rowScore && ((row) => plainNumber(rowScore.own(row))),
    visitAt: (row, who, serial, mask) =>
      new GridVisit(post, row, who, licence.text(row), { serial, yearless: null }, mask, false, false),
  };
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

function gridColumns(reader: SheetReader, nameColumn: number | null): GridColumns {
  const isShared = reader.layout.definition.kind === 'combined';
  const total = (id: string): SheetField | null =>
    isShared || reader.column(id) === undefined ? null : reader.field(id);
  return {
    source: reader.source,
    nameColumn,
    household: reader.field('household'),
    licence: reader.licenceField,
    inspector: isSaid(reader.field('inspector')) ? reader.field('inspector') : null,
    note: reader.field('note'),
    rowTotal: total('rowTotal'),
    rowScore: total('rowScore'),
  };
}

/** A field that stands in a column, or above the table. */
function isSaid({ column, meta }: SheetField): boolean {
  return column !== undefined || meta !== undefined;
}
