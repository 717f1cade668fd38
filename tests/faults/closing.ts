import { HostFault } from '../../emulator/executor';
import { createSession, type Run, type Session } from '../../src/app/session';
import { yinchuan2008 } from '../../src/schemes';
import { isLeftover } from '../../src/workbook/leftovers';
import { perform, prepare, reopened, type Bench } from './bench';
import { runClean, type Course } from './judge';
import type { Operation } from './operations';
import { stateOf } from './state';

/** More requests than a pane could still make. */
const REST = 60;

/** A pane that was closed in the middle of an operation, and the next one over the same workbook. */
export interface Interrupted {
  /** So many requests had been carried out when the pane went. */
  readonly after: number;
  /** `between`: neither as before nor as after, as far as anybody can see. */
  readonly left: 'before' | 'after' | 'between';
  readonly next: Bench;
  readonly session: Session;
  readonly state: () => string;
}

export function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** What the next pane and its user see: sheets that were put out of sight for good are none. */
export function inSight({ workbook }: Bench): string {
  const all = JSON.parse(stateOf(workbook)) as { sheets: { name: string; visibility: string }[] };
  const sheets = all.sheets.filter(
    ({ name, visibility }) => !isLeftover({ name, visible: visibility === 'Visible' }),
  );
  return JSON.stringify({ ...all, sheets });
}

/** Closes the pane after each request of the operation, and opens the next. */
export async function* interruptions(operation: Operation): AsyncGenerator<Interrupted & { course: Course }> {
  const course = await runClean(operation);
  for (let after = 0; after <= course.requests; after += 1) {
    const bench = await prepare(operation);
    for (let request = after + 1; request <= after + REST; request += 1)
      bench.endpoint.fail({ request, host: HostFault.InvalidOrTimedOutSession });
    await perform(bench, operation);
    const next = reopened(bench);
    const session = createSession(next.host, yinchuan2008());
    await session.check({}, run());
    const state = (): string => inSight(next);
    yield { course, after, left: leftOf(state(), course), next, session, state };
  }
}

function leftOf(state: string, { before, after }: Course): Interrupted['left'] {
  if (state === before) return 'before';
  return state === after ? 'after' : 'between';
}
