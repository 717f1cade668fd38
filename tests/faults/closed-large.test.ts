import type * as Steps from '../../src/hosts/excel/steps';
import type { PlannedStep } from '../../src/hosts/excel/steps';
import { perform } from './bench';
import { interruptions, run } from './closing';
import { OPERATIONS } from './operations';

jest.mock('../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));
/** As if the cells came to several megabytes: what makes rows and what is remembered just fits into one request. */
jest.mock('../../src/hosts/excel/steps', () => {
  const steps = jest.requireActual<typeof Steps>('../../src/hosts/excel/steps');
  const early: readonly string[] = ['insertRows', 'setMemory'];
  const room = (all: readonly PlannedStep[]): number =>
    all.reduce((sum, { step, bytes }) => (early.includes(step.kind) ? sum + bytes : sum), 0);
  return {
    ...steps,
    packSteps: (all: readonly PlannedStep[]) => steps.packSteps(all, { limit: room(all), part: room(all) }),
  };
});
jest.setTimeout(600_000);

const operation = OPERATIONS.find(({ name }) => name === '填写(已有汇总表)')!;

test('分多次写入时窗格在任何一次请求之后关掉,下一个窗格看得出没有写完,撤销就回到原样', async () => {
  const seen: string[] = [];
  for await (const { course, left, session, state } of interruptions(operation)) {
    seen.push(left);
    expect(session.undoable()).toBe(left === 'before' ? null : 'fill');
    if (left === 'before') continue;
    const outcome = await session.undo({ evenIfChanged: false }, run());
    expect([outcome.kind, state() === course.before]).toEqual(['undone', true]);
  }
  expect(seen).toContain('between');
});

test('分多次写入时窗格关掉,再填一次就做完', async () => {
  let refilled = 0;
  for await (const { left, next, session } of interruptions(operation)) {
    if (left !== 'between') continue;
    const unfinished = session.summaryState(await session.check({}, run()));
    const { error } = await perform(next, operation);
    const finished = session.summaryState(await session.check({}, run()));
    expect([unfinished, error, finished]).toEqual(['none', null, 'current']);
    refilled += 1;
  }
  expect(refilled).toBeGreaterThan(0);
});
