import { appendFileSync } from 'node:fs';
import { injections } from './injections';
import { Judge, runClean, TOLD, type Course } from './judge';
import type { Operation } from './operations';

/** What came of one operation. */
export interface OperationReport {
  readonly operation: string;
  /** Requests of a run without trouble; at each of them everything was tried. */
  readonly requests: number;
  readonly injected: number;
  readonly whole: number;
  /** In Chinese: at which request, what, and why the workbook is not whole. */
  readonly broken: readonly string[];
  /** Not whole either, but the user was told so, and how to get the workbook back. */
  readonly told: readonly string[];
}

/** The sheet that the operation writes to first; the first sheet where it writes to none that was there. */
function targetOf({ before, after }: Course): string {
  interface State {
    readonly sheets: readonly { readonly name: string }[];
  }
  const [old, now] = [before, after].map((text) => (JSON.parse(text) as State).sheets) as [
    State['sheets'],
    State['sheets'],
  ];
  const texts = new Set(now.map((sheet) => JSON.stringify(sheet)));
  return (old.find((sheet) => !texts.has(JSON.stringify(sheet))) ?? old[0]!).name;
}

/** Actions at which a request is broken: all in a small request, else spread over it. */
function places(actions: number, isFull: boolean): number[] {
  const count = Math.min(actions, isFull ? 6 : 1);
  return [
    ...new Set(Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * actions) / count))),
  ];
}

/** Runs an operation again and again, each time with one thing going wrong at one request. */
export async function runOperation(operation: Operation, isFull: boolean): Promise<OperationReport> {
  const course = await runClean(operation);
  const target = targetOf(course);
  const judge = new Judge(course, target);
  const broken: string[] = [];
  const told: string[] = [];
  let injected = 0;
  for (let request = 1; request <= course.requests; request += 1) {
    const cuts = places(course.actions[request - 1] ?? 0, isFull);
    for (const injection of injections(target, { request, of: course.requests, cuts }, isFull)) {
      injected += 1;
      const verdict = await judge.judge(injection, request);
      const list = verdict === TOLD ? told : broken;
      if (verdict !== null) list.push(`第 ${request} 次请求,${injection.name}:${verdict}`);
    }
  }
  const { requests } = course;
  const report = {
    operation: operation.name,
    requests,
    injected,
    whole: injected - broken.length - told.length,
    broken,
    told,
  };
  const file = process.env['FAULTS_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify(report)}\n`);
  return report;
}
