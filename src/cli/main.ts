import { isMainThread } from 'node:worker_threads';
import { processIo } from './io';
import { serveTasks } from './parallel/serve';
import { run } from './run';

if (isMainThread) {
  void run(process.argv.slice(2), processIo()).then((status) => {
    // Not process.exit: what is still on its way to a pipe must arrive.
    process.exitCode = status;
  });
} else {
  serveTasks();
}
