import * as v from 'valibot';
import type { ClassificationScheme } from '../model';
import { decimal, flag, many, record, revision, some, text, texts } from './parts';
import { SchemeError, type SchemeFault } from './schemeError';
import { sameWords } from './tableFaults';

const names = record({ name: text, title: text });
const code = record({ code: text, name: text, synonyms: texts });

const classificationSchema = record({
  id: text,
  kind: v.literal('classification'),
  version: text,
  title: text,
  number: text,
  sheet: names,
  result: names,
  counts: names,
  fields: some(record({ id: text, name: text, synonyms: texts, optional: v.optional(flag) })),
  identity: record({ name: text, number: text }),
  codes: some(record({ field: text, values: some(code) })),
  scale: record({
    group: text,
    shares: some(text),
    ends: v.pipe(
      decimal,
      v.check((share) => Number(share) > 0 && Number(share) < 0.5, '两端的比例应大于 0、小于 0.5'),
    ),
    classes: record({ top: text, middle: text, bottom: text }),
    clause: text,
  }),
  compare: record({ field: text, by: many(text), feeds: text }),
  totals: texts,
  history: v.optional(many(revision)),
});

/** A classification from parsed JSON. Throws a SchemeError that names every fault with its path. */
export function loadClassification(json: unknown): ClassificationScheme {
  const result = v.safeParse(classificationSchema, json);
  if (!result.success) {
    throw new SchemeError(
      result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '$', reason: issue.message })),
    );
  }
  const faults = [
    ...unknownFields(result.output),
    ...sameCodes(result.output),
    ...sameClasses(result.output),
  ];
  if (faults.length > 0) throw new SchemeError(faults);
  return result.output;
}

function unknownFields(scheme: ClassificationScheme): SchemeFault[] {
  const known = scheme.fields.map(({ id }) => id);
  const named: readonly (readonly [string, string])[] = [
    ['identity.name', scheme.identity.name],
    ['identity.number', scheme.identity.number],
    ...scheme.codes.map(({ field }, index) => [`codes.${index}.field`, field] as const),
    ...scheme.scale.shares.map((field, index) => [`scale.shares.${index}`, field] as const),
    ['compare.field', scheme.compare.field],
    ...scheme.compare.by.map((field, index) => [`compare.by.${index}`, field] as const),
  ];
  const grouped = scheme.codes.some(({ field }) => field === scheme.scale.group);
  return [
    ...named
      .filter(([, field]) => !known.includes(field))
      .map(([path, field]) => ({ path, reason: `没有字段 ${field};可用的有 ${known.join('、')}` })),
    ...(grouped ? [] : [{ path: 'scale.group', reason: `分组 ${scheme.scale.group} 不在 codes 里` }]),
  ];
}

function sameCodes({ codes }: ClassificationScheme): SchemeFault[] {
  return codes.flatMap(({ values }, list) => [
    ...values.flatMap(({ code: own }, index) =>
      values.findIndex(({ code: other }) => other === own) === index
        ? []
        : [{ path: `codes.${list}.values.${index}.code`, reason: `代码 ${own} 写了两次` }],
    ),
    ...sameWords(values, `codes.${list}.values`),
  ]);
}

/** The ends and the middle are told apart by what they are called. */
function sameClasses({ scale: { classes } }: ClassificationScheme): SchemeFault[] {
  const order = ['top', 'middle', 'bottom'] as const;
  return order.flatMap((place, index) =>
    order.slice(0, index).some((before) => classes[before] === classes[place])
      ? [{ path: `scale.classes.${place}`, reason: `代号 ${classes[place]} 写了两次` }]
      : [],
  );
}
