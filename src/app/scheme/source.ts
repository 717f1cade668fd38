import { type AnyScheme, isTableScheme, type Issue, makeIssue } from '../../model';
import {
  loadAnyTable,
  loadScheme,
  schemeById,
  SchemeError,
  schemeIds,
  tableSchemeById,
  tableSchemeIds,
} from '../../schemes';
import { isSchemeSheet, schemeIdIn } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { memoryOf } from '../remembered';
import { formOf } from './form';
import { rememberedScheme } from './rules';
import { standingOf } from './standing';

/** Rules from somewhere: a scheme, or what keeps it from being one. */
export type SchemeSource =
  | { readonly kind: 'scheme'; readonly scheme: AnyScheme }
  | { readonly kind: 'faults'; readonly issues: readonly Issue[] };

/** The rules of a scheme file's text. */
export function schemeOfText(text: string): SchemeSource {
  try {
    const json = JSON.parse(text) as unknown;
    const isTable = typeof json === 'object' && json !== null && 'kind' in json;
    return { kind: 'scheme', scheme: isTable ? loadAnyTable(json) : loadScheme(json) };
  } catch (error) {
    if (error instanceof SchemeError) {
      return { kind: 'faults', issues: error.faults.map(({ path, reason }) => fault(`${path}:${reason}。`)) };
    }
    if (error instanceof SyntaxError) return { kind: 'faults', issues: [fault('不是完整的 JSON 文件。')] };
    throw error;
  }
}

function fault(message: string): Issue {
  return makeIssue('scheme-invalid', { message });
}

/** The rules on a workbook's sheet of rules; without one, those that the workbook has taken over. */
export function schemeOfWorkbook(snapshot: Snapshot): SchemeSource {
  const memory = memoryOf(snapshot);
  const remembered = rememberedScheme(memory)?.id;
  const sheets = snapshot.sheets.filter(isSchemeSheet);
  // Of several, the one that the workbook goes by.
  const sheet = sheets.find((each) => schemeIdIn(each) === remembered) ?? sheets[0];
  const id = sheet ? schemeIdIn(sheet) : remembered;
  const file = snapshot.name ?? '工作簿';
  if (id === undefined) return { kind: 'faults', issues: [fault(`“${file}”里没有评分标准表。`)] };
  const shipped: AnyScheme | null = schemeById(id) ?? tableSchemeById(id);
  if (!shipped) {
    const message = `方案编号“${id}”不认识。可用的有:${[...schemeIds, ...tableSchemeIds].join('、')}。`;
    return { kind: 'faults', issues: [makeIssue('scheme-invalid', { sheet: sheet?.name ?? null, message })] };
  }
  const { isInvalid, issues, rules } = standingOf(snapshot, shipped, memory);
  const mistakes = issues.filter(({ severity }) => severity === 'error');
  return isInvalid ? { kind: 'faults', issues: mistakes } : { kind: 'scheme', scheme: rules };
}

/** How many rules a scheme has, in words. */
export function sizeText(scheme: AnyScheme): string {
  if (!isTableScheme(scheme)) return `${scheme.indicators.length} 项指标`;
  const [, ...tables] = formOf(scheme).tables(scheme);
  return `${tables.reduce((sum, { rows }) => sum + rows.length, 0)} 行`;
}
