import type { Evaluation } from '../../app/evaluation';
import type { SchemeOffer } from '../../app/schemesDesk';
import { usePane, useServices } from './context';
import type { PaneServices } from './services';

/** Looked for once: several views ask, each time they are drawn. */
const known = new WeakMap<Evaluation, SchemeOffer | null>();

function offerOf(evaluation: Evaluation, { schemes }: PaneServices): SchemeOffer | null {
  const isBare = evaluation.issues.some(({ code, sheet }) => code === 'sheet-missing' && sheet === null);
  if (!isBare) return null;
  return schemes.list(evaluation).find(({ isTable, fits }) => isTable && fits) ?? null;
}

/** The regulation over a table that a workbook has the sheet of, where it has nothing else to score; else `null`. */
export function useTableOffer(): SchemeOffer | null {
  const evaluation = usePane((state) => state.evaluation);
  const services = useServices();
  if (!evaluation) return null;
  const found = known.get(evaluation);
  const offer = found === undefined ? offerOf(evaluation, services) : found;
  known.set(evaluation, offer);
  return offer;
}
