import * as v from 'valibot';
import { decimal, flag, onlyOneOf, oneOf, points, record, some, stepSize, text, texts } from './parts';

const base = {
  id: text,
  posts: some(text),
  section: text,
  clause: text,
  printed: texts,
  title: text,
  aliases: texts,
  cap: v.optional(points),
};

const ratio = record({
  numerator: v.optional(text),
  subtract: v.optional(text),
  denominator: text,
});

const rate = record({
  entered: v.optional(text),
  ratio: v.optional(ratio),
  combine: v.optional(record({ fields: some(text), ruling: text })),
});

const rateEntries = {
  ...base,
  points,
  threshold: decimal,
  thresholds: v.optional(v.record(text, decimal)),
  step: v.union([stepSize, record({ ruling: text })], '应为大于 0 的小数文字,或 { "ruling": 裁定名 }'),
  rate,
  groups: v.optional(some(record({ title: text, threshold: decimal, ratio }))),
  unit: v.optional(oneOf(['percent', 'points', 'permille'])),
};

const kinds = [
  record({
    kind: v.literal('perFinding'),
    ...base,
    points,
    countsOccurrences: v.optional(flag),
    exclusiveWith: v.optional(text),
    awareness: v.optional(record({ threshold: decimal, step: stepSize, ruling: text })),
  }),
  record({ kind: v.literal('perCount'), ...base, points, count: text, outOf: v.optional(text) }),
  record({ kind: v.literal('rateBelow'), ...rateEntries }),
  record({ kind: v.literal('rateAbove'), ...rateEntries }),
  record({
    kind: v.literal('band'),
    ...base,
    points,
    step: stepSize,
    lower: decimal,
    ratio,
    standard: text,
    ruling: text,
  }),
  record({
    kind: v.literal('zeroOnAccident'),
    ...base,
    accident: text,
    violation: text,
    item: record({ indicator: text, points }),
    rulings: record({ scope: text, needsViolation: text }),
    scopes: v.record(text, oneOf(['section', 'item', 'total'])),
  }),
  record({ kind: v.literal('notDone'), ...base, points, field: text, failing: text }),
  record({ kind: v.literal('registerCount'), ...base, points, counts: text }),
] as const;

const kindNames = kinds.map((kind) => kind.entries.kind.literal);

export const indicatorSchema = v.variant('kind', kinds, (issue) =>
  issue.expected === 'Object'
    ? `应为一个对象,实际是 ${issue.received}`
    : `指标类型 kind ${onlyOneOf(kindNames, issue.received)}`,
);
