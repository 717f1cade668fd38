import type { Evaluation, FillPlan } from '../../src/app/evaluation';
import type { ExplainedLine } from '../../src/taskpane/state/services';

/** What a fill of the summary would write for the first persons. */
export function samplePlan(evaluation: Evaluation): FillPlan {
  const summarySheet = '客户服务质量测评汇总表';
  return {
    changes: [{ kind: 'setCells', sheet: summarySheet, cells: [] }],
    summarySheet,
    made: [],
    cells: evaluation.scores.persons.slice(0, 40).map((person, at) => ({
      cell: { sheet: summarySheet, row: at + 3, column: 10 },
      before: at % 3 === 0 ? '' : 90,
      after: person.score?.valueOf() ?? '未计分',
      owner: person.assessee,
      field: 'sumScore',
    })),
    formulas: [{ cell: { sheet: summarySheet, row: 4, column: 9 }, formula: '=SUM(F5:I5)' }],
    insertedRows: 2,
  };
}

/** How a person's score came about, with cells to go to. */
export function sampleLines(evaluation: Evaluation, index: number): ExplainedLine[] {
  const person = evaluation.scores.persons[index]!;
  const sheet = '明细测评表-客户经理';
  const cells = [6, 9, 14, 21].map((row) => ({ sheet, row, column: 8 }));
  return [
    {
      depth: 0,
      text: `折算百分制 ${person.score?.valueOf() ?? '未计分'}`,
      cells: [],
      clause: null,
      lost: null,
    },
    ...person.sections.flatMap((section): ExplainedLine[] => [
      {
        depth: 1,
        text: `${section.section} ${section.points?.valueOf() ?? '—'} / ${section.maximum}`,
        cells: [],
        clause: null,
        lost: '1.89',
      },
      { depth: 2, text: '抽查 9 户的平均:(19 + 18 + 17 + …) ÷ 9', cells: [], clause: null, lost: null },
      { depth: 3, text: '同心便利店:价签维护,1 处不符,扣 1 分', cells, clause: null, lost: '1' },
    ]),
  ];
}
