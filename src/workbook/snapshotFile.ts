import * as v from 'valibot';
import type { SheetSnapshot, Snapshot } from './snapshot';

/** Version of the file's form; a file of another version is refused, never half read. */
const VERSION = 1;

/** A file that is no snapshot of this form. The message is a sentence in Chinese. */
export class SnapshotFileError extends Error {
  override readonly name = 'SnapshotFileError';
}

const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const cell = v.union([v.string(), v.number(), v.boolean()]);
const keyed = v.array(v.tuple([position, text]));

const sheet = v.strictObject({
  name: text,
  top: position,
  left: position,
  values: v.array(v.array(cell)),
  merges: v.array(v.strictObject({ top: position, left: position, bottom: position, right: position })),
  formats: keyed,
  formulas: keyed,
  uncalculated: v.array(position),
  errors: v.array(position),
  visible: v.boolean(),
});

const file = v.strictObject({
  kind: v.literal('service-score-snapshot'),
  version: v.literal(VERSION),
  name: v.nullable(text),
  memory: v.nullable(text),
  date1904: v.boolean(),
  sheets: v.array(sheet),
});

/** The snapshot as text, to be replayed elsewhere. */
export function snapshotToText(snapshot: Snapshot): string {
  return JSON.stringify({
    kind: 'service-score-snapshot',
    version: VERSION,
    name: snapshot.name,
    memory: snapshot.memory,
    date1904: snapshot.date1904,
    sheets: snapshot.sheets.map((each) => ({
      name: each.name,
      top: each.top,
      left: each.left,
      values: each.values,
      merges: each.merges,
      formats: [...each.formats],
      formulas: [...each.formulas],
      uncalculated: [...each.uncalculated],
      errors: [...each.errors],
      visible: each.visible,
    })),
  });
}

/** The snapshot of a text; throws SnapshotFileError on anything else. `name` is for the message. */
export function snapshotFromText(content: string, name: string): Snapshot {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw new SnapshotFileError(`“${name}”不是快照文件:内容不是完整的 JSON。请用“保存快照”重新保存。`);
  }
  const parsed = v.safeParse(file, data);
  if (!parsed.success) {
    const where = v.getDotPath(parsed.issues[0]) ?? '(最外层)';
    throw new SnapshotFileError(`“${name}”不是本版本的快照文件(“${where}”不对)。请用“保存快照”重新保存。`);
  }
  const { sheets, ...rest } = parsed.output;
  return {
    name: rest.name,
    memory: rest.memory,
    date1904: rest.date1904,
    sheets: sheets.map((each): SheetSnapshot => ({
      ...each,
      formats: new Map(each.formats),
      formulas: new Map(each.formulas),
      uncalculated: new Set(each.uncalculated),
      errors: new Set(each.errors),
    })),
  };
}
