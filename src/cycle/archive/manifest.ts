import * as v from 'valibot';

/** Name of the file in an archive that says what the others must be. */
export const MANIFEST = 'archive.json';
export const RESULT = 'result.json';
export const SCHEME = 'scheme.json';
export const RULINGS = 'rulings.json';
export const SEAL = 'seal.json';

const manifest = v.strictObject({
  version: v.literal(1),
  /** Local time with its offset. */
  time: v.string(),
  /** File name of the workbook when it was archived, and where it stands in the archive. */
  workbook: v.strictObject({ name: v.string(), path: v.string() }),
  scheme: v.strictObject({ id: v.string(), version: v.string() }),
  period: v.nullable(v.string()),
  /** Code of the seal that the workbook bore; `null` without one. */
  seal: v.nullable(v.string()),
  /** Digest of the published result. */
  result: v.string(),
  /** SHA-256 of every other file, by path. */
  files: v.record(v.string(), v.string()),
  /** SHA-256 of all of the above. */
  code: v.string(),
});

/** What an archive says of itself. */
export type Manifest = v.InferOutput<typeof manifest>;

/** The manifest of a file's text; `null` where it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed = v.safeParse(manifest, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
