import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { createBytesHost, readWorkbook } from '../../hosts/file/bytes';
import { yinchuan2008 } from '../../schemes';
import { NOTE_HEAD } from '../../workbook/marks';
import { evaluate } from '../evaluate';
import { markIssues, planMarks, removeMarks } from './marks';

const scheme = yinchuan2008();

it('marks each faulty cell once, by its gravest issue, and takes every mark away again', async () => {
  const host = createBytesHost(sampleBytes('list-with-defects'), null);
  await removeMarks(host);
  const before = await host.read();
  const plain = host.bytes;
  const evaluation = evaluate(before, scheme);
  const plan = await markIssues(host, evaluation);
  const places = evaluation.issues.flatMap(({ cell }) =>
    cell ? [`${cell.sheet} ${cell.row} ${cell.column}`] : [],
  );
  expect(plan.cells).toBe(new Set(places).size);
  expect(host.bytes).not.toEqual(plain);
  expect((await host.read()).sheets).toEqual(before.sheets);
  await markIssues(host, evaluation);
  await removeMarks(host);
  expect((await host.read()).sheets).toEqual(before.sheets);
});

it('marks a cell with an error and an info as an error', () => {
  const evaluation = evaluate({ name: null, sheets: [], memory: null, date1904: false }, scheme);
  const sheet = {
    name: '甲',
    top: 0,
    left: 0,
    values: [],
    merges: [],
    formats: new Map<number, string>(),
    formulas: new Map<number, string>(),
    uncalculated: new Set<number>(),
    errors: new Set<number>(),
    visible: true,
  };
  const cell = { sheet: '甲', row: 1, column: 2 };
  const base = evaluation.issues[0]!;
  const issues = (['info', 'error', 'warning'] as const).map((severity) => ({
    ...base,
    cell,
    severity,
    message: severity,
  }));
  const plan = planMarks({ ...evaluation, issues, snapshot: { ...evaluation.snapshot, sheets: [sheet] } });
  expect(plan.changes).toEqual([
    { kind: 'unmark' },
    {
      kind: 'mark',
      sheet: '甲',
      cells: [{ row: 1, column: 2, severity: 'error', note: `${NOTE_HEAD}\nerror\nwarning\ninfo` }],
    },
  ]);
});

it('writes notes for the first 500 cells, those with errors before all others', () => {
  const evaluation = evaluate(readWorkbook(sampleBytes('list-with-defects'), null), scheme);
  const base = evaluation.issues[0]!;
  const sheet = evaluation.snapshot.sheets[0]!.name;
  const issues = Array.from({ length: 10_000 }, (_, row) => ({
    ...base,
    cell: { sheet, row, column: 1 },
    severity: row < 9_000 ? ('warning' as const) : ('error' as const),
  }));
  const { cells, changes } = planMarks({ ...evaluation, issues });
  const marked = changes.flatMap((change) => (change.kind === 'mark' ? change.cells : []));
  const noted = marked.filter(({ note }) => note !== undefined);
  expect([cells, marked.length, noted.length]).toEqual([10_000, 10_000, 500]);
  expect(new Set(noted.map(({ severity }) => severity))).toEqual(new Set(['error']));
});
