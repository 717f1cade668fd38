import { type Issue, makeIssue, type Scheme } from '../../model';
import { loadScheme, schemeById, SchemeError, schemeIds } from '../../schemes';
import { isSchemeSheet, schemeIdIn } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { memoryOf } from '../remembered';
import { rememberedScheme } from './rules';
import { sheetScheme } from './sheetScheme';
import { standingOf } from './standing';

/** Rules from somewhere: a scheme, or what keeps it from being one. */
export type SchemeSource =
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'faults'; readonly issues: readonly Issue[] };

/** The rules of a scheme file's text. */
export function schemeOfText(text: string): SchemeSource {
  try {
    return { kind: 'scheme', scheme: loadScheme(JSON.parse(text) as unknown) };
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
  const sheet = snapshot.sheets.find(isSchemeSheet);
  const id = sheet ? schemeIdIn(sheet) : rememberedScheme(memory)?.id;
  const file = snapshot.name ?? '工作簿';
  if (id === undefined) return { kind: 'faults', issues: [fault(`“${file}”里没有评分标准表。`)] };
  const shipped = schemeById(id);
  if (!shipped) {
    const message = `方案编号“${id}”不认识。可用的有:${schemeIds.join('、')}。`;
    return { kind: 'faults', issues: [makeIssue('scheme-invalid', { sheet: sheet?.name ?? null, message })] };
  }
  const found = sheetScheme(snapshot, shipped);
  if (found.kind === 'invalid') return { kind: 'faults', issues: found.issues };
  if (found.kind === 'valid') return { kind: 'scheme', scheme: found.scheme };
  return { kind: 'scheme', scheme: standingOf(snapshot, shipped, memory).rules };
}
