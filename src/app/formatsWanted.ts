import type { Scheme, SheetKind } from '../model';
import type { ReadOptions } from '../workbook/host';
import { recognise } from '../workbook/recognise/recognise';
import type { SheetSnapshot } from '../workbook/snapshot';
import { rememberedAnswers } from './answers';
import type { EvaluateOptions } from './evaluation';
import { memoryOf } from './remembered';

/** The long sheets: a row a visit, a finding or a person. In them a number format says something of dates alone. */
const LONG: ReadonlySet<SheetKind> = new Set(['roster', 'matrix', 'combined', 'findings', 'visits']);

/**
 * Which number formats a read for `evaluate` needs, as `ReadOptions.wantsDetail` tells it to the host: of long sheets
 * that are recognised by themselves those of the dates, of all others every one. Where somebody has answered how a
 * sheet is to be read, every one of every sheet.
 */
export function formatsWanted(scheme: Scheme, options: EvaluateOptions = {}): ReadOptions['wantsDetail'] {
  return (sheet, memory) => {
    if (options.answers || hasAnswers(scheme, memory)) return true;
    const { layouts, vocabulary } = recognise(alone(sheet), scheme);
    const [layout] = layouts;
    if (!layout || !LONG.has(layout.definition.kind)) return true;
    const dates = [...layout.fields].filter(([field]) => vocabulary.field(field).type === 'date');
    return dates.map(([, { column }]) => column);
  };
}

function alone(sheet: SheetSnapshot) {
  return { name: null, sheets: [sheet], memory: null, date1904: false };
}

/** Whether somebody has answered, or what is remembered cannot be read: that is said where it is evaluated. */
function hasAnswers(scheme: Scheme, memory: string | null): boolean {
  try {
    const remembered = memoryOf({ name: null, sheets: [], memory, date1904: false });
    return rememberedAnswers(remembered, scheme).sheets.length > 0;
  } catch {
    return true;
  }
}
