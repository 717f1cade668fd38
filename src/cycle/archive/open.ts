import { evaluate } from '../../app/evaluate';
import type { Evaluation } from '../../app/evaluation';
import { isExpectedFailure } from '../../app/failures';
import { canonicalJson, sha256Bytes } from '../../app/handin/digest';
import { resultDigest } from '../../app/handin/record';
import { verifySeal } from '../../app/handin/verify';
import { memoryOf, settingsOf } from '../../app/remembered';
import { toResult } from '../../app/result';
import type { Rulings, Scheme } from '../../model';
import { loadScheme } from '../../schemes';
import type { Snapshot } from '../../workbook/snapshot';
import { manifestCode } from './make';
import { MANIFEST, type Manifest, parseManifest, RESULT, RULINGS, SCHEME } from './manifest';

/** An archive that was opened: what it says, what it computes to now, and everything that does not fit. */
export interface OpenedArchive {
  readonly manifest: Manifest | null;
  /** The archived workbook, scored again under the archived scheme and rulings; `null` where that is not possible. */
  readonly evaluation: Evaluation | null;
  /** Sentences in Chinese; none where the archive is as it was made. */
  readonly problems: readonly string[];
}

/** How the bytes of a workbook are read; throws HostError. */
type ReadWorkbook = (bytes: Uint8Array, name: string) => Snapshot;

/**
 * Opens an archive by its files: every file must be what the manifest says, and the workbook must give the archived
 * result again. Does not throw on what is wrong with the archive; that is what it tells.
 */
export async function openArchive(
  files: ReadonlyMap<string, Uint8Array>,
  read: ReadWorkbook,
): Promise<OpenedArchive> {
  const manifest = parseManifest(textOf(files, MANIFEST) ?? '');
  if (!manifest) {
    const problem = `归档里没有可用的 ${MANIFEST},不是本工具做的归档,或者已经损坏。`;
    return { manifest: null, evaluation: null, problems: [problem] };
  }
  const problems = [...(await manifestProblems(manifest)), ...(await fileProblems(files, manifest))];
  const evaluation = evaluated(files, manifest, read, problems);
  if (evaluation) problems.push(...(await resultProblems(files, manifest, evaluation)));
  return { manifest, evaluation, problems };
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string | null {
  const bytes = files.get(path);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

async function manifestProblems(manifest: Manifest): Promise<string[]> {
  return (await manifestCode(manifest)) === manifest.code
    ? []
    : [`${MANIFEST} 被改动过,归档不能再作为依据。`];
}

async function fileProblems(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Promise<string[]> {
  const problems: string[] = [];
  for (const [path, digest] of Object.entries(manifest.files)) {
    const bytes = files.get(path);
    if (bytes === undefined) problems.push(`归档里少了 ${path}。`);
    else if ((await sha256Bytes(bytes)) !== digest) problems.push(`${path} 与归档时不一致。`);
  }
  const known = new Set([MANIFEST, ...Object.keys(manifest.files)]);
  for (const path of files.keys()) if (!known.has(path)) problems.push(`归档里多了 ${path}。`);
  return problems;
}

/** The workbook scored again; what keeps it from that is added to `problems`. */
function evaluated(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  read: ReadWorkbook,
  problems: string[],
): Evaluation | null {
  const bytes = files.get(manifest.workbook.path);
  if (bytes === undefined) return null;
  try {
    const snapshot = read(bytes, manifest.workbook.name);
    const scheme = schemeOf(files);
    const rulings = JSON.parse(textOf(files, RULINGS) ?? '{}') as Rulings;
    const options = { rulings, ...(manifest.period === null ? {} : { period: manifest.period }) };
    return evaluate(snapshot, scheme, options, settingsOf(memoryOf(snapshot), scheme));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(isExpectedFailure(error) ? reason : `归档的工作簿不能重新计算(${reason})。`);
    return null;
  }
}

function schemeOf(files: ReadonlyMap<string, Uint8Array>): Scheme {
  return loadScheme(JSON.parse(textOf(files, SCHEME) ?? 'null'));
}

async function resultProblems(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  evaluation: Evaluation,
): Promise<string[]> {
  const problems: string[] = [];
  if ((await resultDigest(evaluation)) !== manifest.result) {
    problems.push('归档的工作簿重新计算的结果,与归档时的结果不一致。');
  }
  const text = textOf(files, RESULT);
  const archived = parsed(text);
  const { persons, departments } = toResult(evaluation);
  // A result that is not there has been named as missing, and one that was changed as changed.
  const isNamed = text === null || (await sha256Bytes(files.get(RESULT)!)) !== manifest.files[RESULT];
  if (!isNamed && canonicalJson(figuresOf(archived)) !== canonicalJson({ persons, departments })) {
    problems.push(`${RESULT} 里的数字与工作簿重新计算的不一致。`);
  }
  if (manifest.seal !== null) {
    const verdict = await verifySeal(evaluation.snapshot, evaluation.scheme);
    if (verdict.kind !== 'intact') problems.push('工作簿与它的提交凭证不一致。');
  }
  return problems;
}

function figuresOf(result: unknown): unknown {
  if (typeof result !== 'object' || result === null) return null;
  const { persons, departments } = result as { persons?: unknown; departments?: unknown };
  return { persons, departments };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
