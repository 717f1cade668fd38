import type { Area, CellValue } from '../../model';
import { type BlockRequest, halves, packed } from './blocks';
import { hostErrorOf, isOfficeFailure, isTooLarge, requireGoing } from './problems';
import { blockOf, type SheetAt, sheetsAt } from './ranges';

/** What can be asked of a block. */
export type BlockKind = 'values' | 'formulas' | 'formats' | 'types' | 'state' | 'merges';

export type Block = BlockRequest<BlockKind>;

/** One block as Excel gave it; only what its kind asked for is there. */
export interface BlockAnswer {
  readonly request: Block;
  readonly values?: CellValue[][];
  readonly formulas?: CellValue[][];
  readonly formats?: string[][];
  readonly types?: string[][];
  readonly merges?: Area[];
}

const LOADS: Readonly<Record<Exclude<BlockKind, 'merges'>, string>> = {
  values: 'values',
  formulas: 'formulas',
  formats: 'numberFormat',
  types: 'valueTypes',
  state: 'values,formulas,numberFormat,valueTypes',
};

/**
 * Cells that a round trip takes where there is nothing else. A cell of a large scoring sheet takes 6 to 7 bytes on the wire, a
 * number format 10 to 30, a long remark 100; Excel on the web gives at most 5 MB. What is too large all the same is halved until
 * it fits. office.js takes an answer apart in one go, in which the pane stands still: some 0.1 s for 4 MB (decision 40).
 */
const CELLS: Readonly<Record<BlockKind, number>> = {
  values: 640_000,
  formulas: 640_000,
  formats: 150_000,
  types: 150_000,
  state: 40_000,
  merges: Number.MAX_SAFE_INTEGER,
};

/** The blocks cut and put into round trips; `share` of the cells that one usually takes. */
const tripsOf = (wanted: readonly Block[], share = 1): Block[][] =>
  packed(wanted, (kind) => CELLS[kind] * share);

export interface BlockOptions {
  readonly signal?: AbortSignal;
  /** Gets the share of the blocks that are there, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** What is kept of an answer, asked as soon as it is there; left out: all. */
  readonly kept?: (answer: BlockAnswer) => BlockAnswer;
}

/** Reads the blocks with as few round trips as their size allows; answers come in the order of the requests. */
export async function readBlocks(
  context: Excel.RequestContext,
  wanted: readonly Block[],
  options: BlockOptions = {},
): Promise<BlockAnswer[]> {
  let trips = tripsOf(wanted);
  let share = 1;
  const answers: BlockAnswer[] = [];
  for (let index = 0; index < trips.length; index++) {
    const trip = trips[index]!;
    requireGoing(options.signal);
    const found = await readTrip(context, trip, options.signal);
    answers.push(...(options.kept ? found.map(options.kept) : found));
    // Where cells hold so much that blocks had to be halved, the rest is not asked for in vain.
    if (found.length > trip.length) {
      share *= trip.length / found.length;
      trips = [...trips.slice(0, index + 1), ...tripsOf(trips.slice(index + 1).flat(), share)];
    }
    options.onProgress?.((index + 1) / trips.length);
  }
  return answers;
}

/**
 * Puts as many of the blocks into the batch as one round trip takes; the result gives the answers after the sync, without
 * those that Excel gave as nulls.
 */
export function askBlocks(sheetAt: SheetAt, wanted: readonly Block[]): () => BlockAnswer[] {
  const [trip = []] = tripsOf(wanted);
  const pending = trip.map((request) => ask(sheetAt, request));
  return () => pending.map((collect) => collect()).filter((answer) => answer !== null);
}

/**
 * Puts the blocks into the batch, where one round trip takes them; the result gives all the answers after the sync, `null`
 * where Excel did not give them.
 */
export function askAllBlocks(
  context: Excel.RequestContext,
  wanted: readonly Block[],
): () => BlockAnswer[] | null {
  const [cut = [], ...more] = tripsOf(wanted);
  if (more.length > 0) return () => null;
  const collect = askBlocks(sheetsAt(context), wanted);
  return () => {
    const answers = collect();
    // Where the batch has failed, there is nothing beside the request.
    const isWhole = answers.length === cut.length && answers.every((one) => Object.keys(one).length > 1);
    return isWhole ? answers : null;
  };
}

async function readTrip(
  context: Excel.RequestContext,
  requests: readonly Block[],
  signal: AbortSignal | undefined,
): Promise<BlockAnswer[]> {
  requireGoing(signal);
  try {
    const sheetAt = sheetsAt(context);
    const pending = requests.map((request) => ask(sheetAt, request));
    await context.sync();
    const answers = pending.map((collect) => collect());
    if (answers.every((answer) => answer !== null)) return answers;
    return await readHalves(context, requests, signal, NULLS);
  } catch (error) {
    if (!mayBeHalved(error, requests)) throw error;
    return await readHalves(context, requests, signal, error);
  }
}

/** What a single row that Excel gives as null comes to. */
const NULLS = { code: 'ResponsePayloadSizeLimitExceeded', message: 'a row has too many cells' };

/** Too much at once; or more than 512 merged areas, which Excel reports as no more than a failure. */
function mayBeHalved(error: unknown, requests: readonly Block[]): boolean {
  if (isTooLarge(error)) return true;
  const vague = ['GeneralException', 'InvalidOperation', 'InvalidArgument', 'UnsupportedOperation'];
  return (
    requests.some((one) => one.kind === 'merges') && isOfficeFailure(error) && vague.includes(error.code)
  );
}

async function readHalves(
  context: Excel.RequestContext,
  requests: readonly Block[],
  signal: AbortSignal | undefined,
  error: unknown,
): Promise<BlockAnswer[]> {
  const pair = halves(requests);
  if (!pair) throw hostErrorOf(error);
  return [...(await readTrip(context, pair[0], signal)), ...(await readTrip(context, pair[1], signal))];
}

/** Puts the request into the batch; the result gives the answer after the sync, `null` where Excel gave nulls. */
function ask(sheetAt: SheetAt, request: Block): () => BlockAnswer | null {
  const range = blockOf(sheetAt(request.sheet), request.area);
  if (request.kind === 'merges') return askMerges(range, request);
  range.load(LOADS[request.kind]);
  return () => answerOf(range.toJSON(), request);
}

function answerOf(data: Excel.Interfaces.RangeData, request: Block): BlockAnswer | null {
  const parts = [data.values, data.formulas, data.numberFormat, data.valueTypes] as unknown[];
  if (parts.some((part) => part === null)) return null;
  return {
    request,
    ...(data.values && { values: data.values as CellValue[][] }),
    ...(data.formulas && { formulas: data.formulas as CellValue[][] }),
    ...(data.numberFormat && { formats: data.numberFormat as string[][] }),
    ...(data.valueTypes && { types: data.valueTypes }),
  };
}

function askMerges(range: Excel.Range, request: Block): () => BlockAnswer {
  const merged = range.getMergedAreasOrNullObject();
  merged.untrack();
  merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return () => ({
    request,
    merges: merged.isNullObject
      ? []
      : merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
          top: rowIndex,
          left: columnIndex,
          bottom: rowIndex + rowCount - 1,
          right: columnIndex + columnCount - 1,
        })),
  });
}
