import type { Evaluation } from '../app/evaluation';
import { evaluateWorkbook } from '../app/scheme/evaluateWorkbook';
import { createFileHost } from '../hosts/file';
import type { Arguments } from './arguments';
import { decisionsFor } from './decisions';
import { type CliIo, resolved } from './io';
import { scoringScheme } from './schemeInput';

/** Reads and scores the workbook of the first operand under what was decided on the command line. */
export async function evaluated(given: Arguments, io: CliIo): Promise<Evaluation> {
  const snapshot = await createFileHost({ input: resolved(io, given.positionals[0]!) }).read();
  const scheme = scoringScheme(given, snapshot.memory);
  return evaluateWorkbook(snapshot, scheme, decisionsFor(scheme, given));
}
