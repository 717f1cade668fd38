import type { Scheme, TableScheme } from '../../model';
import { schemeById, schemeIds, tableSchemeById, tableSchemeIds } from '../../schemes';
import type { Snapshot } from '../../workbook/snapshot';
import { recognise } from '../../workbook/recognise/recognise';
import { readTable } from '../../workbook/tables';
import { DETAIL_KINDS } from '../assess';
import { withoutResults } from './source';

/** A scheme whose sheet stands in a workbook. */
export interface Fitting {
  readonly scheme: Scheme | TableScheme;
  /** As the scheme calls the sheet. */
  readonly sheet: string;
}

/** The schemes of the product whose sheets a workbook has, in the product's order. */
export function fittingSchemes(snapshot: Snapshot): readonly Fitting[] {
  const scoring = schemeIds.flatMap((id): Fitting[] => {
    const scheme = schemeById(id)!;
    const detail = recognise(snapshot, scheme).layouts.find(({ definition }) =>
      DETAIL_KINDS.has(definition.kind),
    );
    return detail ? [{ scheme, sheet: detail.definition.name }] : [];
  });
  const tables = tableSchemeIds.flatMap((id): Fitting[] => {
    const scheme = tableSchemeById(id)!;
    const { sheet } = readTable(withoutResults(snapshot, scheme), scheme.sheet, scheme.fields, scheme.totals);
    return sheet === null ? [] : [{ scheme, sheet: scheme.sheet.name }];
  });
  return [...scoring, ...tables];
}

/** The first of them; `null` for none. */
export function fittingScheme(snapshot: Snapshot): Fitting | null {
  return fittingSchemes(snapshot)[0] ?? null;
}
