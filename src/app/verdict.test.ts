import { readWorkbook } from '../hosts/file/bytes';
import { checkRowTotals } from '../checks/rows';
import { yinchuan2008 } from '../schemes';
import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import type * as rows from '../checks/rows';
import { evaluate } from './evaluate';
import type { Evaluation } from './evaluation';
import { verdictOf } from './verdict';

jest.mock('../checks/rows', () => {
  const actual = jest.requireActual<typeof rows>('../checks/rows');
  return { ...actual, checkRowTotals: jest.fn(actual.checkRowTotals) };
});

const scheme = yinchuan2008();
const snapshot = readWorkbook(sampleBytes('worked-examples'), null);

function withoutConfirmations(evaluation: Evaluation): Evaluation {
  return { ...evaluation, issues: evaluation.issues.filter(({ code }) => code !== 'needs-confirmation') };
}

describe('the verdict', () => {
  it('lets a workbook go, asks for confirmations, and counts errors', () => {
    const evaluation = evaluate(snapshot, scheme);
    const clean = withoutConfirmations(evaluation);
    expect(verdictOf(clean)).toMatchObject({ kind: 'ready', text: '可以提交' });
    const found = evaluation.issues.length - clean.issues.length;
    if (found > 0) expect(verdictOf(evaluation).text).toBe(`有待确认事项 ${found} 个`);
    const faulty = { ...clean, counts: { error: 2, warning: 0, info: 0 } };
    expect(verdictOf(faulty)).toMatchObject({ kind: 'errors', text: '有 2 个错误' });
  });

  it('is never 可以提交 where a check broke down; the others go on and nobody is scored', () => {
    const whole = evaluate(snapshot, scheme);
    jest.mocked(checkRowTotals).mockImplementationOnce(function* () {
      yield;
      throw new TypeError('boom');
    });
    const broken = evaluate(snapshot, scheme);
    expect(broken.notRun).toContainEqual(
      expect.objectContaining({ check: 'row-total-differs', failed: true }),
    );
    const verdict = verdictOf(withoutConfirmations(broken));
    expect(verdict).toMatchObject({ kind: 'confirm', text: '有待确认事项:1 项检查没有完成' });
    expect(broken.scores.persons.every(({ status }) => status === 'unscored')).toBe(true);
    const codes = (evaluation: Evaluation) =>
      evaluation.issues.filter(({ code }) => code === 'date-missing').length;
    expect(codes(broken)).toBe(codes(whole));
  });
});
