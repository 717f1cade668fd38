import { yinchuan2008 } from '../../../src/schemes';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import type { Edit } from '../../fixtures/sheetEdits';
import { edited } from '../../fixtures/workbooks';

export const scheme = yinchuan2008();
export const rules = scheme.indicators.filter((each) => each.kind === 'perFinding');
/** The tabs of the matrices, one a post. */
export const DETAILS = ['明细测评表-客户经理', '明细测评表-专管员', '明细测评表-送货员'] as const;
const POSTS: Readonly<Record<string, string>> = {
  '明细测评表-客户经理': 'CM',
  '明细测评表-专管员': 'MS',
  '明细测评表-送货员': 'DL',
};
/** The sample that is rewritten: every detail sheet in it is a matrix. */
export const MATRIX = 'existing-summary';

/** Figures and issues are those of the sample, places of issues apart where rows or columns moved. */
export function same(name: string, book: Snapshot): void {
  expect(difference(plain(name), run(book))).toEqual(NO_DIFFERENCE);
}

/** The book with its matrices changed, each as its post and tab ask. */
export function onDetails(book: Snapshot, edit: (post: string, name: string) => readonly Edit[]): Snapshot {
  return DETAILS.reduce((made, name) => edited(made, name, ...edit(POSTS[name]!, name)), book);
}

/** The text with its ASCII characters in full width. */
export const fullWidth = (text: string): string =>
  [...text].map((c) => (c >= '!' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');
