import * as v from 'valibot';
import { nearestOf, PERIOD_UNITS, type PlainTableScheme } from '../model';
import {
  amount,
  flag,
  many,
  oneOf,
  points,
  pointsOrNone,
  record,
  revision,
  share,
  some,
  text,
  texts,
} from './parts';
import { SchemeError, type SchemeFault } from './schemeError';
import { tableFaults } from './tableFaults';

const names = record({ name: text, title: text });

const base = {
  id: text,
  version: text,
  title: text,
  number: text,
  sheet: names,
  result: names,
  fields: some(record({ id: text, name: text, synonyms: texts, optional: v.optional(flag) })),
  totals: texts,
  period: v.optional(record({ unit: oneOf(PERIOD_UNITS), field: text })),
  history: v.optional(many(revision)),
};

const kinds = [
  record({
    kind: v.literal('groupMean'),
    ...base,
    unit: text,
    leader: text,
    score: text,
    maximum: points,
    line: points,
    words: record({
      leader: text,
      qualified: text,
      unqualified: text,
      unscored: text,
      score: text,
      mean: text,
      rank: text,
      verdict: text,
    }),
    clauses: record({ line: text, leader: text }),
  }),
  record({
    kind: v.literal('composite'),
    ...base,
    unit: text,
    forms: some(text),
    maximum: points,
    weights: record({ sheet: names, form: text, weight: text }),
    shares: v.optional(v.record(text, share)),
    words: record({ unscored: text, score: text, rank: text }),
    clause: text,
  }),
  record({
    kind: v.literal('survey'),
    ...base,
    person: text,
    aspects: some(text),
    levels: record({ sheet: names, level: text, points: text, suggested: some(text) }),
    levelPoints: v.optional(v.record(text, pointsOrNone)),
    noAnswer: texts,
    words: record({ mean: text, unknown: text }),
    clause: text,
  }),
  record({
    kind: v.literal('minimums'),
    ...base,
    when: text,
    category: text,
    total: text,
    low: text,
    actual: text,
    rules: some(
      record({
        name: text,
        synonyms: texts,
        minimum: v.optional(amount),
        share: v.optional(share),
        withLow: v.optional(flag),
        clause: text,
      }),
    ),
    words: record({
      met: text,
      short: text,
      unknown: text,
      total: text,
      required: text,
      actual: text,
      verdict: text,
    }),
  }),
  record({
    kind: v.literal('tally'),
    ...base,
    by: some(text),
    date: text,
    category: text,
    categories: many(record({ name: text, synonyms: texts })),
    nothing: v.optional(record({ field: text, words: texts })),
    words: record({ count: text, unknown: text }),
  }),
] as const;

const schema = v.variant('kind', kinds, (issue) => `kind 不认识:${issue.received}`);

/** A scheme over a table from parsed JSON. Throws a SchemeError that names every fault with its path. */
export function loadTableScheme(json: unknown): PlainTableScheme {
  const result = v.safeParse(schema, json);
  if (!result.success) {
    throw new SchemeError(
      result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '$', reason: issue.message })),
    );
  }
  const scheme: PlainTableScheme = result.output;
  const faults = [...unknownFields(scheme), ...tableFaults(scheme)];
  if (faults.length > 0) throw new SchemeError(faults);
  return scheme;
}

/** Fields that the mechanism names, with where it does. */
function namedFields(scheme: PlainTableScheme): readonly (readonly [string, string])[] {
  const list = (at: string, ids: readonly string[]) =>
    ids.map((id, index) => [`${at}.${index}`, id] as const);
  switch (scheme.kind) {
    case 'groupMean':
      return [
        ['unit', scheme.unit],
        ['leader', scheme.leader],
        ['score', scheme.score],
      ];
    case 'composite':
      return [['unit', scheme.unit], ...list('forms', scheme.forms)];
    case 'survey':
      return [['person', scheme.person], ...list('aspects', scheme.aspects)];
    case 'minimums':
      return [
        ['when', scheme.when],
        ['category', scheme.category],
        ['total', scheme.total],
        ['low', scheme.low],
        ['actual', scheme.actual],
      ];
    case 'tally':
      return [
        ['date', scheme.date],
        ['category', scheme.category],
        ...list('by', scheme.by),
        ...(scheme.nothing ? [['nothing.field', scheme.nothing.field] as const] : []),
      ];
  }
}

function unknownFields(scheme: PlainTableScheme): SchemeFault[] {
  const known = scheme.fields.map(({ id }) => id);
  const named = [
    ...namedFields(scheme),
    ...(scheme.period ? [['period.field', scheme.period.field] as const] : []),
  ];
  const twice = known.flatMap((id, index) =>
    known.indexOf(id) === index ? [] : [{ path: `fields.${index}.id`, reason: `${id} 写了两次` }],
  );
  return [
    ...twice,
    ...named
      .filter(([, id]) => !known.includes(id))
      .map(([path, id]) => {
        const meant = nearestOf(id, known);
        const hint = meant === null ? `可用的有 ${known.join('、')}` : `是否想写 ${meant}`;
        return { path, reason: `没有字段 ${id};${hint}` };
      }),
  ];
}
