import cityMatrix from '../samples/city-matrix.expected.json';
import yinchuan from '../../src/schemes/yinchuan-2008.json';
import type { Scheme } from '../../src/model';
import { sampleEvaluation, type SampleIssue } from './sampleEvaluation';

/** As the loader would give it; a test that reads a scheme wrongly fails there, not here. */
export const scheme = yinchuan as unknown as Scheme;

const detail = '明细测评表-客户经理';

export const sampleIssues: readonly SampleIssue[] = [
  {
    code: 'not-a-number',
    sheet: detail,
    cell: 'I7',
    person: '吕超',
    received: '1+1',
    expected: '一个数字,例如 2',
    message: `“${detail}”I7 应填扣分数字,现在是“1+1”,请改成一个数字。`,
  },
  {
    code: 'unknown-person',
    sheet: detail,
    cell: 'C31',
    received: '何雪海',
    expected: '何雪梅',
    message: `“${detail}”C31 的“何雪海”不在人员名册中,是否为“何雪梅”?请核对姓名。`,
  },
  {
    code: 'duplicate-visit',
    sheet: detail,
    cell: 'E44',
    person: '王子轩',
    message: `“${detail}”E44 的许可证号 640102100231 在本半年已走访过一次(第 12 行)。请删去重复的一行。`,
  },
  {
    code: 'licence-format',
    sheet: detail,
    cell: 'E18',
    received: '6401021002',
    expected: '12 位数字',
    person: '许少华',
    message: `“${detail}”E18 的许可证号只有 10 位,应为 12 位。`,
  },
  {
    code: 'summary-stale',
    sheet: '客户服务质量测评汇总表',
    cell: 'K5',
    received: '90.1',
    expected: '93.43',
    person: '吕超',
    message: '汇总表 K5 的得分是 90.1,按明细应为 93.43。请重新填写汇总表。',
  },
  {
    code: 'text-number',
    sheet: detail,
    cell: 'L9',
    received: '2分',
    expected: '2',
    message: `“${detail}”L9 的“2分”按 2 读取。`,
  },
  {
    code: 'needs-confirmation',
    message: '“百分制折算”有待办法制定部门确认:换一种读法,47 人的得分会不同。',
  },
];

/** A city's half-year with a few defects. */
export const citySample = sampleEvaluation(scheme, cityMatrix, sampleIssues);

/** The same with its first twelve persons, for tests that look for names. */
export const sample = sampleEvaluation(
  scheme,
  { ...cityMatrix, persons: cityMatrix.persons.slice(0, 12) },
  sampleIssues,
);
