import { parentPort } from 'node:worker_threads';
import { type FileTask, runTask } from './task';

/** Serves tasks as a worker until it is ended. */
export function serveTasks(): void {
  parentPort?.on('message', (task: FileTask) => {
    void runTask(task).then((outcome) => parentPort?.postMessage(outcome));
  });
}
