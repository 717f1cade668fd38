import type { CellValue, ClassificationScheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import type { ResultTable, TableOutcome } from '../tables/outcome';
import { withoutResults } from '../tables/source';
import { type Classification, classifyCustomers } from './classify';

/** Classifies the customers of a workbook, as the schemes over tables give their results. */
export function classificationOutcome(
  snapshot: Snapshot,
  scheme: ClassificationScheme,
): Omit<TableOutcome, 'standing'> {
  const found = classifyCustomers(withoutResults(snapshot, scheme), scheme);
  const known = found.customers.filter(({ code }) => code !== null).length;
  return {
    scheme,
    snapshot,
    period: null,
    issues: found.issues,
    tables: classificationTables(found),
    data: classificationData(found),
    known,
    unknown: found.customers.length - known,
  };
}

/** The tables that say what was found: a row a customer, and how many recorded classes differ. */
function classificationTables(found: Classification): ResultTable[] {
  const { scheme, customers, differing } = found;
  const named = (id: string): string => scheme.fields.find((field) => field.id === id)?.name ?? id;
  const { identity, codes, compare } = scheme;
  const headers = [
    ...[identity.name, identity.number].map(named),
    ...codes.map(({ field }) => named(field)),
    '规模指数(%)',
    '规模',
    '分类结果',
    ...(differing ? [named(compare.field), '是否一致'] : []),
  ];
  const rows = customers.map((each): CellValue[] => [
    each.name,
    each.number,
    ...codes.map(({ field }) => each.codes[field] ?? ''),
    each.index === null ? '' : Number(each.index.mul(100).round(6).valueOf()),
    each.scale ?? '',
    each.code ?? '未分类',
    ...(differing ? [each.recorded, agreement(each.code, each.recorded)] : []),
  ]);
  const result = { names: scheme.result, headers, rows, keys: 2 };
  if (!differing) return [result];
  const countHeaders = [...compare.by.map(named), '客户数', '比对数', compare.feeds];
  const countRows = differing.map((each): CellValue[] => [
    ...each.by,
    each.customers,
    each.compared,
    each.differing ?? '未确定',
  ]);
  const counts = { names: scheme.counts, headers: countHeaders, rows: countRows, keys: compare.by.length };
  return [result, counts];
}

function agreement(code: string | null, recorded: string): string {
  if (code === null || recorded === '') return '';
  return code === recorded ? '一致' : '不一致';
}

/** The classification as plain data for `--json`; the index is a percentage with six decimals. */
function classificationData({
  scheme,
  customers,
  groups,
  differing,
}: Classification): Readonly<Record<string, unknown>> {
  return {
    customers: customers.map(({ row, name, number, codes, index, scale, code, recorded }) => ({
      name,
      number,
      row: row.row + 1,
      ...codes,
      index: index === null ? null : Number(index.mul(100).round(6).valueOf()),
      scale,
      code,
      recorded: recorded === '' ? null : recorded,
      differs: code === null || recorded === '' ? null : code !== recorded,
    })),
    groups,
    differing:
      differing?.map(({ by, customers: count, compared, differing: number }) => ({
        ...Object.fromEntries(scheme.compare.by.map((field, index) => [field, by[index] ?? ''])),
        customers: count,
        compared,
        differing: number,
      })) ?? null,
  };
}
