import { perform, prepare, reopened, sentenceOf, type Bench, type Ending } from './bench';
import type { WorkbookModel } from '../../emulator/model';
import { HostError } from '../../src/workbook/host';
import type { Act, Injection } from './injections';
import type { Operation } from './operations';
import { stateOf } from './state';

/** An operation without trouble: where it begins and ends. */
export interface Course {
  readonly operation: Operation;
  readonly before: string;
  readonly after: string;
  readonly requests: number;
  /** Number of actions in each request. */
  readonly actions: readonly number[];
}

export async function runClean(operation: Operation): Promise<Course> {
  const bench = await prepare(operation);
  const before = stateOf(bench.workbook);
  const actions: number[] = [];
  const answer = bench.endpoint.answer.bind(bench.endpoint);
  bench.endpoint.answer = async (body, flags) => {
    const result = await answer(body, flags);
    actions.push(bench.endpoint.lastActions.length);
    return result;
  };
  const { error, state, requests } = await perform(bench, operation);
  if (error) throw error;
  return { operation, before, after: state, requests, actions };
}

/** What another user's doing may leave. */
interface Orders {
  /** Their doing before the operation. */
  readonly first: Ending;
  /** Their doing after it: as they would do it then, and in the very cell in which they would do it before. */
  readonly last: readonly string[];
  readonly alone: string;
}

async function ordersOf(operation: Operation, act: Act, target: string): Promise<Orders> {
  const bench = await prepare(operation);
  const again = act(bench.workbook, target);
  const alone = stateOf(bench.workbook);
  const first = await perform(bench, operation);
  const last = [await afterIt(operation, (workbook) => act(workbook, target))];
  if (again) last.push(await afterIt(operation, again));
  return { first, last: last.filter((state) => state !== null), alone };
}

/** What is left where the doing follows the operation; `null` where it cannot be done any more. */
async function afterIt(
  operation: Operation,
  doing: (workbook: WorkbookModel) => unknown,
): Promise<string | null> {
  const bench = await prepare(operation);
  await perform(bench, operation);
  return doing(bench.workbook) === false ? null : stateOf(bench.workbook);
}

/** Why the ending is not whole, `null` where it is. */
export type Verdict = string | null;

/** Begins the verdict on a workbook that is not whole where the user is told exactly that, and how to get it back. */
export const TOLD = '没能完全恢复,已告知用户';

function isTold(error: Error): boolean {
  return error instanceof HostError && (error.detail as { partial?: unknown } | null)?.partial === true;
}

/** Lets one thing go wrong at one request and judges what is left, and whether the next try works. */
export class Judge {
  private readonly orders = new Map<string, Promise<Orders>>();
  private bench: Bench | null = null;
  private turn = 0;

  constructor(
    private readonly course: Course,
    private readonly target: string,
  ) {}

  async judge(injection: Injection, request: number): Promise<Verdict> {
    const { operation, before } = this.course;
    const bench = this.bench ?? (await prepare(operation));
    this.bench = null;
    injection.arm(bench, request);
    const ending = await perform(bench, operation);
    if (ending.requests < request) return `故障没有发生:只有 ${ending.requests} 次请求`;
    if (injection.act) return this.judgeUser(injection.name, injection.act, ending);
    const verdict = this.judgeFault(injection, ending);
    if (verdict !== null) return verdict;
    // A workbook that is as it was serves again; whether the next try works is tried where it costs a workbook anyway.
    if (ending.state === before && !this.isDue(injection)) {
      // Where something was done before, a pane that was just opened makes other requests than the one that did it.
      if (operation.before.length === 0) this.bench = reopened(bench);
      return null;
    }
    return this.judgeNextTry(bench);
  }

  private isDue({ family }: Injection): boolean {
    this.turn += 1;
    return family === 'lost' || this.turn % 4 === 0;
  }

  private judgeFault({ family }: Injection, { error, state }: Ending): Verdict {
    const { before, after } = this.course;
    if (error === null) return state === after ? null : '没有报错,但结果不完整';
    if (sentenceOf(error) === null) return `没有给用户可用的提示:${String(error)}`;
    if (state === before) return null;
    if (isTold(error)) return TOLD;
    return state === after && family === 'lost' ? null : `只写了一部分:${sentenceOf(error)}`;
  }

  private async judgeNextTry(bench: Bench): Promise<Verdict> {
    const { error, state } = await perform(bench, this.course.operation);
    if (error !== null) return `再试一次失败:${String(error)}`;
    return state === this.course.after ? null : '再试一次的结果不对';
  }

  private async judgeUser(name: string, act: Act, { error, state }: Ending): Promise<Verdict> {
    const known = this.orders.get(name) ?? ordersOf(this.course.operation, act, this.target);
    this.orders.set(name, known);
    const { first, last, alone } = await known;
    if (error === null) {
      const isOrdered = (first.error === null && state === first.state) || last.includes(state);
      return isOrdered ? null : '没有报错,但写进了别人改动过的工作簿';
    }
    if (sentenceOf(error) === null) return `没有给用户可用的提示:${String(error)}`;
    if (state !== alone && isTold(error)) return TOLD;
    return state === alone ? null : `别人的改动以外还有改动:${sentenceOf(error)}`;
  }
}
