import type { EvaluateOptions, Evaluation } from '../../app/evaluation';
import { canonicalJson, sha256, sha256Bytes } from '../../app/handin/digest';
import { localTime, resultDigest } from '../../app/handin/record';
import { memoryOf } from '../../app/remembered';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { toResult } from '../../app/result';
import type { Scheme } from '../../model';
import { parseSeal, SEAL_ENTRY } from '../../workbook/seal';
import type { Snapshot } from '../../workbook/snapshot';
import { MANIFEST, type Manifest, RESULT, RULINGS, SCHEME, SEAL } from './manifest';

/** A file of an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A workbook to be archived: its bytes as they are, and what was read of them. */
export interface ToArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
}

/** What archiving a workbook gives. */
export interface MadeArchive {
  readonly files: readonly ArchivedFile[];
  readonly manifest: Manifest;
  readonly evaluation: Evaluation;
}

/**
 * The files of a cycle's archive: the workbook byte for byte, its result, seal, rulings and the scheme in force, and what all of
 * them must be. Throws MemoryError, AnswersError, RulingError.
 */
export async function makeArchive(
  { name, bytes, snapshot }: ToArchive,
  shipped: Scheme,
  options: EvaluateOptions,
  now: Date,
): Promise<MadeArchive> {
  const memory = memoryOf(snapshot);
  const evaluation = evaluateWorkbook(snapshot, shipped, options);
  const { scheme } = evaluation;
  const sealText = memory.others.get(SEAL_ENTRY);
  const path = /\.xlsm$/i.test(name) ? 'workbook.xlsm' : 'workbook.xlsx';
  const parts: ArchivedFile[] = [
    { path, bytes },
    text(RESULT, toResult(evaluation)),
    text(SCHEME, scheme),
    text(RULINGS, evaluation.rulings),
    ...(sealText === undefined ? [] : [{ path: SEAL, bytes: encoded(sealText) }]),
  ];
  const digests = await Promise.all(
    parts.map(async (part) => [part.path, await sha256Bytes(part.bytes)] as const),
  );
  const content = {
    version: 1 as const,
    time: localTime(now),
    workbook: { name, path },
    scheme: { id: scheme.id, version: scheme.version },
    period: evaluation.period,
    seal: sealText === undefined ? null : (parseSeal(sealText)?.code ?? null),
    result: await resultDigest(evaluation),
    files: Object.fromEntries(digests),
  };
  const manifest: Manifest = { ...content, code: await manifestCode(content) };
  return { files: [text(MANIFEST, manifest), ...parts], manifest, evaluation };
}

/** Digest of everything in a manifest but its own code. */
export async function manifestCode(manifest: Omit<Manifest, 'code'>): Promise<string> {
  return sha256(canonicalJson({ ...manifest, code: undefined }));
}

function encoded(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function text(path: string, data: unknown): ArchivedFile {
  return { path, bytes: encoded(`${JSON.stringify(data, null, 2)}\n`) };
}
