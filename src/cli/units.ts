import type { Units } from '../cycle/collect/units';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';

/** The option that keeps departments of the same name in several units apart. */
export const UNITS_OPTION: OptionSpec = {
  name: '--units',
  value: 'folder|file',
  help: '每个文件夹(或每个文件)是一个单位:部门名前加单位名,不同单位的同名部门、同名的人不会并在一起',
};

/** What is a unit of its own, `null` where nothing is said. Throws CallError on anything else. */
export function unitsOf(given: Arguments): Units | null {
  const units = optionOf(given, '--units');
  if (units === null || units === 'folder' || units === 'file') return units;
  throw new CallError(`--units 要写 folder 或 file,现在是“${units}”。`);
}
