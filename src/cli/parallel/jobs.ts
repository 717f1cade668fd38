import { availableParallelism } from 'node:os';
import { type Arguments, optionOf, type OptionSpec } from '../arguments';
import { CallError } from '../callError';
import type { CliIo } from '../io';
import type { PoolOptions } from './pool';

/** More threads than this only wait for each other: one thread writes what they read. */
const MOST = 64;

/** The option that says how many files are read at the same time. */
export const JOBS_OPTION: OptionSpec = {
  name: '--jobs',
  value: '个数',
  help: '同时读几个文件;不写时按处理器的核数',
};

/** How files are worked on. Throws CallError where `--jobs` is no whole number from 1 to 64. */
export function jobsOf(given: Arguments, io: CliIo): PoolOptions {
  const text = optionOf(given, '--jobs');
  const jobs = text === null ? Math.min(availableParallelism(), MOST) : Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST) {
    throw new CallError(`--jobs 要写 1 到 ${MOST} 的整数,现在是“${text ?? ''}”。`);
  }
  return { jobs, workerFile: io.workerFile ?? null };
}
