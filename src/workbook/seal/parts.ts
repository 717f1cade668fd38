import type { Scheme } from '../../model';
import type { Recognition } from '../recognise/recognise';
import type { Snapshot } from '../snapshot';
import { findSummaries } from '../summary';
import type { SealedPart } from './cells';
import { detailPart } from './details';
import { summaryParts } from './summaries';

/** Everything of a workbook that counts: the recognised sheets and the summaries, in the order of the tabs. */
export function sealedParts(snapshot: Snapshot, recognition: Recognition, scheme: Scheme): SealedPart[] {
  const details = recognition.layouts
    .filter((layout) => layout.definition.kind !== 'summary')
    .map((layout) => detailPart(snapshot, layout, recognition.vocabulary));
  const summaries = findSummaries(snapshot, scheme).flatMap(({ sheet, layout }) =>
    summaryParts(sheet, layout, scheme),
  );
  return [...details, ...summaries];
}
