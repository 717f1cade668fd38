import type { Arguments, OptionSpec } from './arguments';
import type { CliIo } from './io';

/** 0 no error found, 1 errors found. A wrong call or an unreadable file (2) is thrown. */
export type ExitStatus = 0 | 1 | 2;

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What is given without a dash, for the usage: `IN.xlsx`. */
  readonly operands: readonly string[];
  /** Further ones that may be given. */
  readonly moreOperands?: number;
  readonly help: string;
  readonly options: readonly OptionSpec[];
  readonly run: (given: Arguments, io: CliIo) => Promise<ExitStatus>;
}
