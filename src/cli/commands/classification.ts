import { fittingClassification } from '../../app/classify/choose';
import { type Classification, classifyCustomers } from '../../app/classify/classify';
import { classificationResult } from '../../app/classify/result';
import { classificationSheets, fillClassification } from '../../app/classify/sheets';
import { createFileHost } from '../../hosts/file';
import type { ClassificationScheme, Issue } from '../../model';
import type { Snapshot } from '../../app/replay';
import type { Arguments } from '../arguments';
import type { ExitStatus } from '../command';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, writeText } from '../jsonOutput';
import { issueLine } from '../report';

/** What to say where a workbook holds nothing to score, and the sheet of another scheme; '' otherwise. */
export function otherSchemeText(issues: readonly Issue[], snapshot: Snapshot): string {
  if (!issues.some(({ code, sheet }) => code === 'sheet-missing' && sheet === null)) return '';
  const fitting = fittingClassification(snapshot);
  if (!fitting) return '';
  return `这个工作簿里有“${fitting.sheet.name}”(${fitting.title})。要按它计算,请加 --scheme ${fitting.id}。\n`;
}

/** Reads a workbook, classifies its customers and says what was found; writes nothing into it. */
export async function checkClassification(
  scheme: ClassificationScheme,
  snapshot: Snapshot,
  given: Arguments,
  io: CliIo,
): Promise<ExitStatus> {
  const found = classifyCustomers(snapshot, scheme);
  if (!isJsonOnly(given)) io.out(customerLines(found) + foundText(found));
  await writeText(given, JSON.stringify(classificationResult(found), null, 2), io);
  return statusOf(found);
}

/** Adds the sheets with the classes to a copy of a workbook. */
export async function writeClassification(
  scheme: ClassificationScheme,
  given: Arguments,
  out: string,
  io: CliIo,
): Promise<ExitStatus> {
  const host = createFileHost({ input: resolved(io, given.positionals[0]!), output: resolved(io, out) });
  const found = await fillClassification(host, scheme);
  const known = found.customers.filter(({ code }) => code !== null).length;
  const names = classificationSheets(found).map(({ name }) => `“${name}”`);
  const done = known > 0 ? `已新建${names.join('、')},写出“${out}”。` : `没有客户可以分类,没有写出“${out}”。`;
  if (!isJsonOnly(given)) io.out(`${foundText(found)}${done}\n`);
  await writeText(given, JSON.stringify(classificationResult(found), null, 2), io);
  return known > 0 ? statusOf(found) : 1;
}

function statusOf({ issues }: Classification): ExitStatus {
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function customerLines({ customers }: Classification): string {
  return customers
    .map(({ name, number, code, index }) => {
      const share = index === null ? '' : `  指数 ${String(index.mul(100).round(4).valueOf())}%`;
      return `  ${name} ${number}  ${code ?? '未分类'}${share}\n`;
    })
    .join('');
}

function foundText({ scheme, customers, groups, differing, issues }: Classification): string {
  const known = customers.filter(({ code }) => code !== null).length;
  const lines = [
    `${scheme.title}(${scheme.id},版本 ${scheme.version})`,
    ...groups.map(({ code, size, ends, isBlocked }) =>
      isBlocked ? `${code}:${size} 户,有错误未改正,规模不能确定` : `${code}:${size} 户,大小两端各 ${ends} 户`,
    ),
    ...(differing ?? []).map(
      ({ by, compared, differing: count }) =>
        `${by.filter((each) => each !== '').join(' ') || '(未写负责人)'}:比对 ${compared} 户,${scheme.compare.feeds} ${count ?? '未确定'}`,
    ),
    ...issues.map(issueLine),
    `已分类 ${known} 户,未分类 ${customers.length - known} 户。`,
  ];
  return `${lines.join('\n')}\n`;
}
