import { openInExcel } from '../../../emulator/bridge/install';
import { workbookFromSnapshot, type WorkbookModel } from '../../../emulator/model';
import { createSession, type Run } from '../../../src/app/session';
import { createExcelHost } from '../../../src/hosts/excel';
import { yinchuan2008 } from '../../../src/schemes';
import { sample } from '../../fixtures/workbooks';
import { SUMMARY } from './book';

jest.mock('../../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));

const ALL = `=${SUMMARY}!$K$4:$K$22`;
/** The request of a fill that writes: three read, one looks. */
const WRITE = 5;

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

function setName(workbook: WorkbookModel, formula: string, scope: string | null = null): void {
  workbook.names = [{ name: '全部得分', formula, visible: true, scope }];
}

function open(scope: string | null = null) {
  const workbook = workbookFromSnapshot(sample('existing-summary'));
  setName(workbook, ALL, scope);
  const endpoint = openInExcel(workbook);
  const session = createSession(createExcelHost(), yinchuan2008());
  return { workbook, endpoint, session, meaning: () => workbook.names[0]!.formula };
}

test.each([null, SUMMARY])(
  'a name that belongs to %j takes in two persons, and gives them back',
  async (scope) => {
    const { session, meaning } = open(scope);
    await session.fill({}, run());
    expect(meaning()).toBe(`=${SUMMARY}!$K$4:$K$24`);
    await session.undo({ evenIfChanged: false }, run());
    expect(meaning()).toBe(ALL);
  },
);

test('a name that another user changes in the moment of the write stays as they want it, and nothing is written', async () => {
  const { workbook, endpoint, session, meaning } = open();
  const theirs = `=${SUMMARY}!$M$4:$M$22`;
  endpoint.meanwhile(WRITE, () => setName(workbook, theirs));
  await expect(session.fill({}, run())).rejects.toMatchObject({ code: 'changed' });
  expect(meaning()).toBe(theirs);
  expect(workbook.sheet(SUMMARY)!.value(22, 0)).toBe('合计');
});

test('where the write fails behind it, the name means again what it meant', async () => {
  const { endpoint, session, meaning, workbook } = open();
  endpoint.fail({ request: WRITE, code: 'GeneralException', action: ({ Name }) => Name === 'Values' });
  await expect(session.fill({}, run())).rejects.toThrow();
  expect(meaning()).toBe(ALL);
  expect(workbook.sheet(SUMMARY)!.value(22, 0)).toBe('合计');
});
