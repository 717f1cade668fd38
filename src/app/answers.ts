import * as v from 'valibot';
import type { Scheme } from '../model';
import { FORGET_SETTINGS, type Memory, otherEntry } from '../workbook/memory';
import { type Answers, NO_ANSWERS, type SheetAnswer } from '../workbook/recognise/answers';

/** Answers that cannot be used, with a sentence in Chinese that names the place and what was expected. */
export class AnswersError extends Error {
  override readonly name = 'AnswersError';
}

/** Name of the memory's entry that keeps the answers. */
const ENTRY = 'answers';

const column = v.strictObject({
  header: v.pipe(v.string(), v.nonEmpty()),
  occurrence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  among: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  field: v.nullable(v.string()),
});

const sheet = v.strictObject({
  sheet: v.pipe(v.string(), v.nonEmpty()),
  signature: v.optional(v.array(v.string())),
  definition: v.optional(v.nullable(v.string())),
  columns: v.optional(v.array(column)),
  mark: v.optional(v.picklist(['nothing', 'one'])),
  deductions: v.optional(v.picklist(['points', 'count'])),
});

const answers = v.strictObject({ sheets: v.array(sheet) });

/**
 * Answers from data (`--map FILE`, or what the workbook remembers). Throws AnswersError on anything that the scheme
 * does not have: a misspelt id must not be taken for no answer.
 */
export function parseAnswers(data: unknown, scheme: Scheme): Answers {
  const parsed = v.safeParse(answers, data);
  if (!parsed.success) {
    const [first] = parsed.issues;
    const path = v.getDotPath(first) ?? '(最外层)';
    const received = first.received === 'undefined' ? '没有写' : `写的是 ${first.received}`;
    throw new AnswersError(
      `识别答案的“${path}”不对:${received},应为 ${first.expected ?? '别的写法'}。格式见 docs/answers.md。`,
    );
  }
  const given = parsed.output as Answers;
  for (const each of given.sheets) checkSheet(each, scheme);
  return given;
}

function checkSheet(answer: SheetAnswer, scheme: Scheme): void {
  const definitions = scheme.sheets.map((each) => each.id);
  if (typeof answer.definition === 'string' && !definitions.includes(answer.definition)) {
    throw unknown(answer.sheet, `definition“${answer.definition}”`, definitions);
  }
  const fields = [
    ...scheme.fields.map((field) => field.id),
    ...scheme.indicators.filter((each) => each.kind === 'perFinding').map((each) => each.id),
    ...scheme.posts.map((post) => `person:${post.id}`),
  ];
  const named = new Set<string>();
  for (const { field } of answer.columns ?? []) {
    if (field === null) continue;
    if (!fields.includes(field)) throw unknown(answer.sheet, `field“${field}”`, fields);
    if (named.has(field)) throw twice(answer.sheet, field);
    named.add(field);
  }
}

function twice(sheetName: string, field: string): AnswersError {
  return new AnswersError(
    `工作表“${sheetName}”的识别答案里有两列都是 field“${field}”。请只留一列,另一列写 null。`,
  );
}

function unknown(sheetName: string, what: string, known: readonly string[]): AnswersError {
  return new AnswersError(`工作表“${sheetName}”的识别答案里有不认识的 ${what}。可以写:${known.join('、')}。`);
}

/** What the workbook remembers of answers; throws AnswersError or MemoryError where it cannot be understood. */
export function rememberedAnswers(memory: Memory, scheme: Scheme): Answers {
  const data = otherEntry(memory, ENTRY);
  if (data === undefined) return NO_ANSWERS;
  try {
    return parseAnswers(data, scheme);
  } catch (error) {
    if (!(error instanceof AnswersError)) throw error;
    throw new AnswersError(`工作簿里保存的答案不能使用。${error.message}${FORGET_SETTINGS}`);
  }
}

/** The memory with these answers; none at all removes the entry. */
export function withAnswers(memory: Memory, given: Answers): Memory {
  const others = new Map(memory.others);
  if (given.sheets.length === 0) others.delete(ENTRY);
  else others.set(ENTRY, JSON.stringify(given));
  return { ...memory, others };
}

/** Answers of two sources; for a sheet that both name, the later one wins as a whole. */
export function mergeAnswers(earlier: Answers, later: Answers): Answers {
  const named = new Set(later.sheets.map((each) => each.sheet));
  return { sheets: [...earlier.sheets.filter((each) => !named.has(each.sheet)), ...later.sheets] };
}
