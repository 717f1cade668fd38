import { isMainThread } from 'node:worker_threads';
import { processIo } from './io';
import { run } from './run';

if (isMainThread) {
  void run(process.argv.slice(2), processIo()).then((status) => {
    // Not process.exit: what is still on its way to a pipe must arrive.
    process.exitCode = status;
  });
} else {
  void import(/* webpackMode: "eager" */ './parallel/serve').then(({ serveTasks }) => serveTasks());
}
