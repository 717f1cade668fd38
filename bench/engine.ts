import { evaluate, judge } from '../src/app/evaluate';
import type { Evaluation } from '../src/app/evaluation';
import { runSlices } from '../src/app/slices';
import { liveEvaluation } from '../src/app/live/live';
import { finished } from '../src/model';
import { plainStanding } from '../src/app/scheme/standing';
import { yinchuan2008 } from '../src/schemes';
import { readEntries } from '../src/workbook/read/read';
import { recognise } from '../src/workbook/recognise/recognise';
import { cityValues, type SheetValues } from './city';
import { snapshotOf } from './snapshot';

/*
 * The engine over values in memory, each round beside `JSON.parse` of the same values: what a host's answer costs
 * before anybody has looked at it. Prints one line of JSON a size: medians in milliseconds.
 */

/** Fewer in the short form, which looks for a mistake that makes everything slow. */
const ROUNDS = process.argv.includes('--short') ? 5 : 9;
/** Rows that have gone through the engine before anything is counted: about then its code is compiled for good. */
const COMPILED_AFTER = 400_000;
/** Rounds before, in which that happens; the first is told beside the others. */
const warmUpsFor = (rows: number): number =>
  process.argv.includes('--short') ? 3 : Math.max(3, Math.ceil(COMPILED_AFTER / rows));
const scheme = yinchuan2008();

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Milliseconds of one call; what it made is kept until the clock has stopped. */
function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/**
 * Moves what is still in use out of the young generation and lets go of the rest: nothing that is timed after it pays for
 * what was made before it. Throws where Node was started without `--expose-gc`.
 */
function sweep(): void {
  if (!globalThis.gc) throw new Error('node --expose-gc');
  globalThis.gc(true);
  globalThis.gc(true);
}

interface Round {
  readonly parse: number;
  readonly engine: number;
  readonly judged: number;
}

function round(text: string): Round {
  sweep();
  const parsed = timed(() => JSON.parse(text) as SheetValues[]);
  const snapshot = snapshotOf(parsed.result);
  sweep();
  const whole = timed(() => evaluate(snapshot, scheme));
  const recognition = recognise(snapshot, scheme);
  const entries = readEntries(snapshot, recognition);
  const asked = { options: {}, remembered: {}, standing: plainStanding(scheme) };
  sweep();
  const judged = timed(() => finished(judge(snapshot, scheme, asked, recognition, entries)));
  return { parse: parsed.ms, engine: whole.ms, judged: judged.ms };
}

/** Passes one after another, as many as the peers calculate theirs; of a small workbook they last a millisecond or two. */
const passesFor = (rows: number): number => (rows < 10_000 ? 41 : 9);

/**
 * Median milliseconds of a pass where one follows another over the same values, as the peers calculate their one document
 * again and again. Each has a snapshot of its own, so that nothing is known of a sheet but how its head is read, as long as that
 * stays the same (`recognise/head.ts`). The first ones are not counted: a collection of the whole heap, left over from before,
 * takes compiled code with it.
 */
function again(values: readonly SheetValues[], warmUps: number, passes: number): number {
  const times: number[] = [];
  for (let pass = 0; pass < warmUps + passes; pass++) {
    const snapshot = snapshotOf(values);
    sweep();
    times.push(timed(() => evaluate(snapshot, scheme)).ms);
  }
  return median(times.slice(warmUps));
}

/** Cells that are typed over one after another, once all rounds are done; the first ones are not counted. */
const EDITS = 125;
const FIRST_EDITS = 25;
/** The first of the columns of rules. */
const FIRST_RULE = 6;

/** Milliseconds of each edit: a finding is written or taken away, all over the sheet. */
function edits(start: Evaluation): readonly number[] {
  const live = liveEvaluation(start);
  return Array.from({ length: EDITS }, (_, index) => {
    const sheet = live.evaluation.snapshot.sheets[1]!;
    const row = 1 + ((index * 7_919) % (sheet.values.length - 1));
    const column = FIRST_RULE + (index % 4);
    const values = sheet.values[row]!.map((value, at) => (at !== column ? value : value === '' ? 2 : ''));
    const start = performance.now();
    live.apply(sheet.name, [{ row, values }]);
    return performance.now() - start;
  });
}

/** Passes in slices; a collection of the whole heap falls into one of them or another. */
const SLICED = 3;

/** The longest time for which an evaluation in slices keeps the event loop waiting, the median of several passes. */
async function longestSlices(text: string): Promise<number> {
  const longest: number[] = [];
  for (let pass = 0; pass < SLICED; pass++) longest.push(await longestSlice(text));
  return median(longest);
}

async function longestSlice(text: string): Promise<number> {
  const snapshot = snapshotOf(JSON.parse(text) as SheetValues[]);
  const recognition = recognise(snapshot, scheme);
  const asked = { options: {}, remembered: {}, standing: plainStanding(scheme) };
  const entries = readEntries(snapshot, recognition);
  sweep();
  let longest = 0;
  let since = performance.now();
  await runSlices(judge(snapshot, scheme, asked, recognition, entries), {
    pause: async () => {
      longest = Math.max(longest, performance.now() - since);
      since = performance.now();
    },
  });
  return Math.max(longest, performance.now() - since);
}

async function measure(rows: number): Promise<void> {
  const text = JSON.stringify(cityValues(rows));
  const cold = round(text);
  for (let warmUp = 1; warmUp < warmUpsFor(rows); warmUp++) round(text);
  const rounds = Array.from({ length: ROUNDS }, () => round(text));
  const of = (name: keyof Round): number => median(rounds.map((each) => each[name]));
  const values = JSON.parse(text) as SheetValues[];
  const passes = again(values, warmUpsFor(rows), passesFor(rows));
  const edited = median(edits(evaluate(snapshotOf(values), scheme)).slice(FIRST_EDITS));
  const figures = { parse: of('parse'), engine: of('engine'), judged: of('judged'), again: passes, edited };
  const first = { parse: cold.parse, engine: cold.engine };
  console.log(JSON.stringify({ rows, ...figures, first, slice: await longestSlices(text) }));
}

async function main(): Promise<void> {
  for (const rows of process.argv.slice(2).map(Number).filter(Number.isFinite)) await measure(rows);
}

void main();
