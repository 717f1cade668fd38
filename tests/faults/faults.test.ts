import { OPERATIONS } from './operations';
import { runOperation } from './report';

jest.mock('../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));
jest.setTimeout(3_600_000);

/** `npm run faults` asks for all of them; the short form tries a few at every request. */
const isFull = process.env['FAULTS'] === 'full';
const only = process.env['FAULTS_ONLY'];

const operations = OPERATIONS.filter(({ name, isShort }) => (only ? name === only : isFull || isShort));

test.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s:任何一次请求出错,工作簿要么全旧要么全新',
  async (_name, operation) => {
    const { broken, told, injected } = await runOperation(operation, isFull);
    expect(injected).toBeGreaterThan(0);
    expect(broken).toEqual([]);
    expect(told).toEqual([]);
  },
);
