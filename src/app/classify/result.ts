import { cellName, type Issue } from '../../model';
import type { Classification } from './classify';

/** The classification as plain data for `--json`; the index is a percentage with six decimals. */
export function classificationResult({
  scheme,
  customers,
  groups,
  differing,
  issues,
}: Classification): unknown {
  return {
    scheme: { id: scheme.id, version: scheme.version },
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
    issues: issues.map(issueData),
  };
}

function issueData({ cell, ...issue }: Issue): unknown {
  const { code, severity, sheet, clause, received, expected, message, fix } = issue;
  const place = cell ? cellName(cell.row, cell.column) : null;
  return { code, severity, sheet, cell: place, clause, received, expected, message, fix };
}
