import { MEMORY_NAMESPACE } from '../../workbook/host';
import { Former } from './before';
import { entryFor } from './entry';
import { type Condition, findConditions } from './marks';
import { rootElement } from './memory-part';
import { askWorkbench, type Workbench } from './preflight';
import { readBlocks, type Block } from './read-blocks';
import { gatherRuns } from './runs';
import type { PlannedStep, Step } from './steps';

/** What was known right before the request. */
export interface Before {
  readonly bench: Workbench;
  /** What the workbook remembered, `undefined` where nobody knows. */
  readonly memory: string | null | undefined;
  readonly conditions: readonly Condition[];
}

type CellStep = Extract<Step, { kind: 'values' | 'formulas' | 'numberFormats' }>;

function isCellStep(step: Step): step is CellStep {
  return step.kind === 'values' || step.kind === 'formulas' || step.kind === 'numberFormats';
}

/**
 * Whether a request whose answer was an error (or never came) has been carried out all the same. Excel answers in order,
 * so that what is asked now is what it left. `null` where nothing of it could tell.
 */
export async function wasCarriedOut(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  before: Before,
): Promise<boolean | null> {
  const steps = pack.map(({ step }) => step);
  const collect = askWorkbench(context);
  const memories = context.workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  await context.sync();
  const now = collect();
  const texts = memories.items.map((part) => part.getXml());
  await context.sync();
  const told =
    memoryTells(steps, before, texts[0] ? rootElement(texts[0].value) : null) ??
    sheetsTell(steps, before.bench, now);
  return told ?? (await cellsTell(context, steps)) ?? (await marksTell(context, steps, before.conditions));
}

function memoryTells(steps: readonly Step[], { memory }: Before, now: string | null): boolean | null {
  const step = steps.find((one) => one.kind === 'setMemory');
  if (!step || memory === undefined || rooted(step.xml) === memory) return null;
  return rooted(step.xml) === now;
}

function rooted(xml: string | null): string | null {
  return xml === null ? null : rootElement(xml);
}

function sheetsTell(steps: readonly Step[], before: Workbench, now: Workbench): boolean | null {
  const ids = new Set([...now.sheets.values()].map(({ id }) => id));
  for (const step of steps) {
    if (step.kind === 'addSheet') {
      const { name } = step.sheet;
      return now.sheets.has(name) && now.sheets.get(name)!.id !== before.sheets.get(name)?.id;
    }
    const former = step.kind === 'retireSheet' ? before.sheets.get(step.sheet) : undefined;
    if (former) return !ids.has(former.id);
  }
  return null;
}

async function cellsTell(context: Excel.RequestContext, steps: readonly Step[]): Promise<boolean | null> {
  const written = steps.flatMap(writtenBy);
  if (written.length === 0) return null;
  const now = new Former();
  const blocks = written.map(({ sheet, area }): Block => ({ sheet, area, kind: 'state' }));
  for (const answer of await readBlocks(context, blocks)) now.add(answer);
  return written.every((one) =>
    one.rows.every((line, y) =>
      line.every((wanted, x) => {
        const cell = now.at(one.sheet, one.area.top + y, one.area.left + x);
        if (!cell) return false;
        if (one.kind === 'numberFormats') return cell.numberFormat === wanted;
        return cell.entry === (one.kind === 'formulas' ? wanted : entryFor(wanted, cell.numberFormat));
      }),
    ),
  );
}

/** The rectangles of cells that a step fills. */
function writtenBy(step: Step): CellStep[] {
  if (isCellStep(step)) return [step];
  if (step.kind !== 'moreCells') return [];
  const { sheet, cells } = step;
  return gatherRuns(cells, ({ value }) => value).map((run) => ({ kind: 'values', sheet, ...run }));
}

async function marksTell(
  context: Excel.RequestContext,
  steps: readonly Step[],
  before: readonly Condition[],
): Promise<boolean | null> {
  const made = steps.flatMap((step) => (step.kind === 'mark' ? [step.sheet] : []));
  if (made.length === 0) return null;
  const known = new Set(before.map(({ id }) => id));
  const now = await findConditions(context, [...new Set(made)]);
  return now.some(({ id, isMark }) => isMark && !known.has(id));
}
