import { compareCycles } from '../../cycle/compare/compareCycles';
import { comparisonSheet, comparisonText } from '../../cycle/compare/texts';
import { writeNewWorkbook } from '../../hosts/file';
import { optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { readArchive } from './archive';

/** Compares the archives of two half-years: 0 both as archived, 1 one of them was changed. */
export const compare: Command = {
  name: 'compare',
  operands: ['A.zip', 'B.zip'],
  help: '对比两个半年的归档:谁升谁降,主要因为哪几条;口径不同的指出来',
  options: [
    { name: '--out', value: '输出文件名', file: 'written', help: '把对比写成一张工作表' },
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const opened = await Promise.all(given.positionals.map((file) => readArchive(file, io)));
    const warnings = opened.flatMap(({ problems }, at) =>
      problems.map((problem) => `“${given.positionals[at]!}”:${problem}`),
    );
    const [before, after] = opened.map(({ evaluation }) => evaluation);
    if (!before || !after) throw new CallError(`不能对比。${warnings.join('')}`);
    const comparison = compareCycles(before, after);
    const out = optionOf(given, '--out');
    if (out !== null) await writeNewWorkbook(resolved(io, out), [comparisonSheet(comparison, after.scheme)]);
    const head = warnings.map((line) => `注意:${line}\n`).join('');
    if (!isJsonOnly(given))
      io.out(head + comparisonText(comparison) + (out === null ? '' : `已写出“${out}”。\n`));
    await writeText(given, JSON.stringify({ ...comparison, problems: warnings }, null, 2), io);
    return warnings.length === 0 ? 0 : 1;
  },
};
