import * as v from 'valibot';
import { PERIOD_UNITS } from '../model';
import { indicatorSchema } from './indicatorSchema';
import { decimal, flag, many, oneOf, points, record, revision, some, text, texts } from './parts';

const post = record({ id: text, name: text, synonyms: texts, clause: text });

const section = record({
  id: text,
  title: text,
  synonyms: v.optional(texts),
  clause: text,
  grain: oneOf(['household', 'person', 'register']),
  revisits: v.optional(flag),
  points: v.record(text, points),
  ifMissing: oneOf(['unscored', 'ruling', 'full']),
});

const rulingValue = v.union([text, v.number(), v.boolean()], '应为文字、数字或 true / false');

const ruling = record({
  key: text,
  number: text,
  clause: text,
  title: text,
  explanation: text,
  default: rulingValue,
  values: v.optional(some(record({ value: rulingValue, title: text }))),
  range: v.optional(v.tuple([v.number(), v.number()], '应为两个数字:[最小, 最大]')),
  perIndicator: v.optional(flag),
  needsConfirmation: v.optional(flag),
});

const field = record({
  id: text,
  name: text,
  synonyms: texts,
  weakSynonyms: v.optional(texts),
  type: oneOf([
    'text',
    'name',
    'department',
    'post',
    'licence',
    'date',
    'deduction',
    'findingCount',
    'item',
    'count',
    'amount',
    'rate',
    'ratio',
    'score',
    'flag',
    'state',
    'figure',
  ]),
  states: v.optional(v.record(text, texts)),
  permille: v.optional(flag),
});

const band = record({
  title: text,
  from: v.pipe(v.number('应为数字'), v.minValue(0, '应为 0 到 100'), v.maxValue(100, '应为 0 到 100')),
});

/** A day that every month has. */
const dayOfMonth = v.pipe(
  v.number('应为数字'),
  v.integer('应为整数'),
  v.minValue(1, '应为 1 到 28'),
  v.maxValue(28, '应为 1 到 28'),
);

const sheetKinds = [
  'roster',
  'matrix',
  'combined',
  'findings',
  'visits',
  'card',
  'measures',
  'register',
  'summary',
] as const;

const oneOfFields = many(v.union([text, texts], '应为字段名,或字段名的列表'));

const sheet = record({
  id: text,
  kind: oneOf(sheetKinds),
  name: text,
  title: text,
  post: v.optional(text),
  section: v.optional(text),
  fields: texts,
  headers: v.optional(v.record(v.string(), text)),
  required: many(v.union([text, oneOfFields], '应为字段名,或其中之一的列表')),
  optional: texts,
  block: v.optional(record({ fields: texts })),
});

/** Shape of a scheme file. What refers to what is checked apart (`checkReferences`). */
export const schemeSchema = record({
  id: text,
  version: text,
  title: text,
  number: text,
  posts: some(post),
  sections: some(section),
  indicators: some(indicatorSchema),
  rulings: many(ruling),
  fields: many(field),
  sheets: many(sheet),
  sampling: record({
    share: decimal,
    minimum: v.number('应为数字'),
    clause: text,
    strata: v.optional(many(record({ id: text, name: text, synonyms: texts }))),
  }),
  passLine: record({ clause: text, deducts: v.optional(flag) }),
  period: v.optional(oneOf(PERIOD_UNITS)),
  reporting: v.optional(record({ day: dayOfMonth, clause: text })),
  forms: v.optional(some(record({ name: text, title: text, lines: some(text) }))),
  words: record({
    totals: texts,
    notes: texts,
    nothing: texts,
    nonconformity: texts,
    yes: texts,
    no: texts,
    yesQuestions: texts,
    ambiguous: texts,
    concurrent: texts,
    results: record({ qualified: text, unqualified: text, unscored: text }),
    signatures: texts,
    metaLabels: v.record(text, texts),
  }),
  bands: v.optional(some(band)),
  history: v.optional(many(revision)),
});
