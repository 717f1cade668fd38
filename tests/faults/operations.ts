import { sealWorkbook } from '../../src/app/handin/seal';
import { withRows } from '../../src/app/live/edit';
import { createFollower } from '../../src/app/live/follower';
import { createSession, type Run } from '../../src/app/session';
import { yinchuan2008 } from '../../src/schemes';
import type { LiveHost, WorkbookHost } from '../../src/workbook/host';

const scheme = yinchuan2008();

export type Deed = (host: WorkbookHost) => Promise<unknown>;

/** Something a user does, on a sample workbook in which something else was done before. */
export interface Operation {
  readonly name: string;
  readonly sample: string;
  readonly before: readonly Deed[];
  readonly deed: Deed;
  /** Belongs to the short form, too. */
  readonly isShort: boolean;
}

const CLOCK = new Date('2008-07-01T08:00:00Z');

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

const session = (host: WorkbookHost): ReturnType<typeof createSession> => createSession(host, scheme);

const check: Deed = (host) => session(host).check({}, run());
const fill: Deed = (host) => session(host).fill({}, run());
/** As in a pane: the fill rests on the check. */
const checkAndFill: Deed = async (host) => {
  const pane = session(host);
  await pane.check({}, run());
  return pane.fill({}, run());
};
const SATISFIED = '客户满意度';

/** A workbook in which a figure was another one when it was read first. */
function editedSince(host: WorkbookHost): WorkbookHost {
  let isRead = false;
  return {
    ...host,
    read: async (options) => {
      const now = await host.read(options);
      const row = now.sheets.find(({ name }) => name === SATISFIED)?.values[2];
      if (isRead || !row) return now;
      isRead = true;
      return withRows(now, SATISFIED, [{ row: 2, values: [...row.slice(0, 3), 61.5, ...row.slice(4)] }]);
    },
  };
}
/** As in a pane: an edit is followed after the check, and the fill rests on what it was followed to. */
const checkFollowAndFill: Deed = async (host) => {
  const pane = session(editedSince(host));
  const evaluation = await pane.check({}, run());
  const edit = { sheet: SATISFIED, area: { top: 2, left: 3, bottom: 2, right: 3 } };
  await createFollower(host as LiveHost, pane).follow(evaluation, [edit], {}, run());
  return pane.fill({}, run());
};
const undo: Deed = (host) => session(host).undo({ evenIfChanged: false }, run());
const mark: Deed = (host) => session(host).submission.mark({}, run());
const unmark: Deed = (host) => session(host).submission.removeMarks();
const report: Deed = (host) => session(host).submission.report({}, run());
const fix: Deed = (host) => session(host).submission.fix(null, {}, run());
const period: Deed = (host) => session(host).setPeriod('2008-06');
const seal: Deed = (host) => sealWorkbook(host, scheme, () => CLOCK);

export const OPERATIONS: readonly Operation[] = [
  { name: '校验', sample: 'existing-summary', before: [], deed: check, isShort: false },
  { name: '填写(没有汇总表)', sample: 'list-with-defects', before: [], deed: fill, isShort: false },
  { name: '填写(已有汇总表)', sample: 'existing-summary', before: [], deed: fill, isShort: true },
  {
    name: '校验后填写',
    sample: 'existing-summary',
    before: [],
    deed: checkAndFill,
    isShort: true,
  },
  {
    name: '随改随算后填写',
    sample: 'existing-summary',
    before: [],
    deed: checkFollowAndFill,
    isShort: false,
  },
  { name: '再次填写', sample: 'existing-summary', before: [fill, undo], deed: fill, isShort: false },
  {
    name: '撤销(新建的汇总表)',
    sample: 'list-with-defects',
    before: [fill],
    deed: undo,
    isShort: false,
  },
  {
    name: '撤销(已有汇总表)',
    sample: 'existing-summary',
    before: [fill],
    deed: undo,
    isShort: true,
  },
  { name: '标记', sample: 'list-with-defects', before: [], deed: mark, isShort: false },
  {
    name: '重新标记',
    sample: 'list-with-defects',
    before: [mark],
    deed: mark,
    isShort: false,
  },
  {
    name: '清除标记',
    sample: 'list-with-defects',
    before: [mark],
    deed: unmark,
    isShort: false,
  },
  { name: '修正', sample: 'list-with-defects', before: [], deed: fix, isShort: false },
  { name: '撤销修正', sample: 'list-with-defects', before: [fix], deed: undo, isShort: false },
  { name: '校验结果表', sample: 'list-with-defects', before: [], deed: report, isShort: false },
  {
    name: '重新生成校验结果表',
    sample: 'list-with-defects',
    before: [report, fix],
    deed: report,
    isShort: false,
  },
  { name: '记住测评期', sample: 'list-with-defects', before: [], deed: period, isShort: false },
  { name: '提交凭证', sample: 'worked-examples', before: [fill], deed: seal, isShort: false },
];
