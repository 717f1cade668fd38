import type { Evaluation } from '../app/evaluation';
import { evaluateWorkbook } from '../app/scheme/evaluateWorkbook';
import { createFileHost } from '../hosts/file';
import { yinchuan2008 } from '../schemes';
import type { Arguments } from './arguments';
import { decisionsOf } from './decisions';
import { type CliIo, resolved } from './io';

/** Reads and scores the workbook of the first operand under what was decided on the command line. */
export async function evaluated(given: Arguments, io: CliIo): Promise<Evaluation> {
  const decisions = decisionsOf(given);
  const scheme = yinchuan2008();
  const snapshot = await createFileHost({ input: resolved(io, given.positionals[0]!) }).read();
  return evaluateWorkbook(snapshot, scheme, decisions);
}
