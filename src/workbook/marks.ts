import type { Severity } from '../model';

/**
 * Marks are conditional formats with this rule, which always holds: a mark lies over a cell's own format and leaves it
 * as it is, goes along when rows move, and is told from any other conditional format by its rule alone.
 */
export const MARK_RULE = 'N("service-score")=0';

/** Colour of a mark, `#RRGGBB`. */
export const MARK_FILLS: Readonly<Record<Severity, string>> = {
  error: '#FFB3B3',
  warning: '#FFE699',
  info: '#CFE2F3',
};

/** Whether a conditional format's rule (with or without its leading `=`) is that of a mark. */
export function isMarkRule(formula: string): boolean {
  return formula.replace(/^=/, '').replace(/\s/g, '') === MARK_RULE;
}

/**
 * First line of a note that goes with a mark. By it alone such a note is told from the staff's own: the author of a note
 * is whoever sits at Excel.
 */
export const NOTE_HEAD = '服务测评助手的标记(清除标记时一并删除):';

/** Whether a note of this text goes with a mark. */
export function isMarkNote(text: string): boolean {
  return text.split(/\r?\n/, 1)[0]!.trim() === NOTE_HEAD;
}
