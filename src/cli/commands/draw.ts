import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { draw as drawCustomers, type DrawOptions, whyNoDraw } from '../../cycle/draw/draw';
import { absentStrata, readCustomers } from '../../cycle/draw/readCustomers';
import { recordOf, requireDraw } from '../../cycle/draw/record';
import { type Detail, drawSheets } from '../../cycle/draw/sheets';
import { drawText } from '../../cycle/draw/texts';
import { drawMemory } from '../../cycle/draw/workbook';
import { createFileHost, newWorkbook, writeBytes } from '../../hosts/file';
import type { Scheme } from '../../model';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { SCHEME_OPTION, scoringScheme } from '../schemeInput';

/** Draws the sample of a half-year from a customer list: 0 drawn, 1 drawn with rows left out, or nothing to draw from. */
export const draw: Command = {
  name: 'draw',
  operands: ['LIST.xlsx'],
  help: '从客户清单抽样(每片 5%,向上取整),生成走访用的工作簿',
  options: [
    SCHEME_OPTION,
    {
      name: '--out',
      value: '输出文件名',
      file: 'written',
      required: true,
      help: '走访用的工作簿;里面记着种子和抽样名单',
    },
    {
      name: '--seed',
      value: '种子',
      help: '任意文字;同一种子、同一清单抽出同样的客户。不写时随机生成并记下',
    },
    { name: '--share', value: '比例,例如 0.05', help: '每片抽取的比例;不写时按办法' },
    { name: '--by', value: '分层,例如 业态,城乡', help: '在每片里按这些栏的户数比例分配' },
    { name: '--without', value: '上次抽样的工作簿', file: 'read', help: '避开上次抽过的客户' },
    {
      name: '--detail',
      value: 'list 或 matrix',
      help: '走访登记加问题记录(list,默认),或每岗位一张明细测评表(matrix)',
    },
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const scheme = scoringScheme(given, null);
    const refusal = whyNoDraw(scheme);
    if (refusal !== null) throw new CallError(refusal);
    const file = given.positionals[0]!;
    const options = await optionsOf(given, scheme, io);
    const detail = detailOf(given);
    const list = readCustomers(await createFileHost({ input: resolved(io, file) }).read(), scheme);
    const absent = absentStrata(list, options.strata, scheme);
    if (absent !== null) throw new CallError(absent);
    const { areas, notes } = drawCustomers(list.customers, scheme, options);
    const record = recordOf(scheme, path.basename(file), list.customers, areas, options);
    const all = [...list.notes, ...notes];
    const out = optionOf(given, '--out')!;
    const empty = record.drawn.length === 0;
    if (!empty) {
      const sheets = drawSheets(scheme, record, all, detail);
      await writeBytes(resolved(io, out), newWorkbook(sheets, drawMemory(record)));
    }
    const closing = empty ? `没有可以抽样的客户,没有写出“${out}”。\n` : `已写出“${out}”。\n`;
    if (!isJsonOnly(given)) io.out(drawText(record, all) + closing);
    await writeText(given, JSON.stringify({ ...record, notes: all }, null, 2), io);
    return empty || all.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function optionsOf(given: Arguments, scheme: Scheme, io: CliIo): Promise<DrawOptions> {
  const seed = optionOf(given, '--seed') ?? randomBytes(8).toString('hex');
  const share = optionOf(given, '--share');
  if (share !== null && !(/^0?\.\d+$|^1(?:\.0+)?$/.test(share) && Number(share) > 0)) {
    throw new CallError(`--share 要写大于 0、不大于 1 的小数,例如 0.05,现在是“${share}”。`);
  }
  return {
    seed,
    ...(share === null ? {} : { share }),
    strata: strataOf(optionOf(given, '--by'), scheme),
    exclude: await drawnBefore(optionOf(given, '--without'), io),
  };
}

function strataOf(text: string | null, scheme: Scheme): string[] {
  const known = scheme.sampling.strata ?? [];
  const words = (text ?? '').split(/[,,、]/).map((word) => word.trim());
  return words
    .filter((word) => word !== '')
    .map((word) => {
      const found = known.find(({ name, synonyms }) => [name, ...synonyms].includes(word));
      if (found) return found.id;
      throw new CallError(`--by 里的“${word}”不认识。可以写:${known.map(({ name }) => name).join('、')}。`);
    });
}

async function drawnBefore(file: string | null, io: CliIo): Promise<ReadonlySet<string>> {
  if (file === null) return new Set();
  const snapshot = await createFileHost({ input: resolved(io, file) }).read();
  const record = requireDraw(snapshot, file, (message) => new CallError(message));
  return new Set(record.drawn.map(({ key }) => key));
}

function detailOf(given: Arguments): Detail {
  const text = optionOf(given, '--detail') ?? 'list';
  if (text === 'list' || text === 'matrix') return text;
  throw new CallError(`--detail 要写 list 或 matrix,现在是“${text}”。`);
}
