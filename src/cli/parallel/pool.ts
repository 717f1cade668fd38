import { Worker } from 'node:worker_threads';
import { type FileOutcome, type FileTask, runTask } from './task';

/** Files that may be finished and waiting for their turn, beside those being worked on. */
const AHEAD = 2;

/** How many files are worked on at the same time, and what their threads are started from. */
export interface PoolOptions {
  /** At least 1. */
  readonly jobs: number;
  /** Program that serves tasks as a worker; `null` does everything in this thread. */
  readonly workerFile: string | null;
}

/**
 * Works on files in parallel and hands the outcomes out in the order of the tasks. A file is begun only when the one
 * that is due is near, so that memory is bounded however many there are.
 */
export async function* inOrder(
  tasks: readonly FileTask[],
  { jobs, workerFile }: PoolOptions,
): AsyncGenerator<FileOutcome> {
  if (workerFile === null || jobs === 1 || tasks.length < 2) {
    for (const task of tasks) yield await runTask(task);
    return;
  }
  const count = Math.min(jobs, tasks.length);
  const workers = Array.from({ length: count }, () => new TaskWorker(workerFile));
  try {
    const begun: Promise<FileOutcome>[] = [];
    let next = 0;
    const free: TaskWorker[] = [...workers];
    const waiting: ((worker: TaskWorker) => void)[] = [];
    const begin = async (task: FileTask): Promise<FileOutcome> => {
      const worker = free.pop() ?? (await new Promise<TaskWorker>((resolve) => waiting.push(resolve)));
      const outcome = await worker.run(task);
      const taker = waiting.shift();
      if (taker) taker(worker);
      else free.push(worker);
      return outcome;
    };
    for (let due = 0; due < tasks.length; due += 1) {
      while (next < tasks.length && next < due + count + AHEAD) {
        begun.push(begin(tasks[next]!));
        next += 1;
      }
      yield await begun.shift()!;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

/** A thread that works on one file at a time; one that dies is replaced, and its file has failed. */
class TaskWorker {
  private worker: Worker | null = null;
  private settle: ((outcome: FileOutcome) => void) | null = null;
  private task = '';

  constructor(private readonly file: string) {}

  run(task: FileTask): Promise<FileOutcome> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.task = task.name;
      this.worker ??= this.started();
      this.worker.postMessage(task);
    });
  }

  private started(): Worker {
    const worker = new Worker(this.file);
    worker.on('message', (outcome: FileOutcome) => this.done(outcome));
    worker.on('error', (error) => this.died(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.died(`退出码 ${code}`));
    return worker;
  }

  private done(outcome: FileOutcome): void {
    const { settle } = this;
    this.settle = null;
    settle?.(outcome);
  }

  private died(reason: string): void {
    this.worker = null;
    const message = `读这个文件的线程中断了(${reason})。请单独校验它;文件特别大时减少 --jobs。`;
    this.done({ kind: 'failed', name: this.task, message });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }
}
