import type { PendingTableRules, SchemeOffer } from '../../src/app/schemesDesk';
import type { TableOutcome } from '../../src/app/tables/outcome';
import type { PendingRules } from '../../src/app/scheme/rulesDesk';
import { plainStanding } from '../../src/app/scheme/standing';
import Fraction from 'fraction.js';
import type { CellEdit } from '../../src/app/live/follower';
import type { Evaluation, FillPlan, SheetReading } from '../../src/app/evaluation';
import {
  makeIssue,
  parseCellName,
  type CellRef,
  type DepartmentScore,
  type Issue,
  type IssueCode,
  type PersonScore,
  type Rulings,
  type Scheme,
  type Step,
} from '../../src/model';
import { createNowhereServices } from '../../src/taskpane/nowhere';
import { recognise } from '../../src/workbook/recognise/recognise';
import { createFakeSubmission, type FakeSubmission } from './fakeSubmission';
import type {
  ExplainedLine,
  PaneServices,
  Preferences,
  UndoableWork,
} from '../../src/taskpane/state/services';

/** The result JSON of contract §3, as far as the pane's tests need it. */
export interface SampleResult {
  readonly period: string;
  readonly persons: readonly {
    readonly name: string;
    readonly department: string;
    readonly role: string;
    readonly households: number;
    readonly sections: Readonly<Record<string, number | null>>;
    readonly status: string;
    readonly missing: readonly string[];
    readonly rawTotal: number | null;
    readonly rawMaximum: number | null;
    readonly score: number | null;
    readonly rank: number | null;
    readonly qualified: boolean | null;
    readonly deduction: number | null;
  }[];
  readonly departments: readonly {
    readonly name: string;
    readonly persons: number;
    readonly score: number | null;
    readonly rank: number | null;
    readonly qualified: boolean | null;
    readonly headDeduction: number | null;
  }[];
}

export interface SampleIssue {
  readonly code: IssueCode;
  readonly sheet?: string;
  readonly cell?: string;
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  readonly person?: string;
}

const fraction = (value: number | null) => (value === null ? null : new Fraction(String(value)));

function step(kind: Step['kind'], subject: string): Step {
  return { kind, subject, value: null, data: {}, cells: [], children: [], rulings: [] };
}

function personScore(scheme: Scheme, person: SampleResult['persons'][number], id: number): PersonScore {
  const post = scheme.posts.find((each) => each.name === person.role)!.id;
  const cell = { sheet: '人员名册', row: id + 1, column: 1 };
  return {
    assessee: { id, department: person.department, name: person.name, post, cell },
    status: person.status === 'scored' ? 'scored' : 'unscored',
    households: person.households,
    sections: scheme.sections.map((section) => {
      const points = fraction(person.sections[section.id] ?? null);
      const missing = person.missing.includes(section.id);
      const state = points !== null ? 'scored' : missing ? 'missing' : 'unknown';
      return {
        section: section.id,
        maximum: section.points[post]!,
        points,
        state,
        step: step('section', section.id),
      };
    }),
    missing: person.missing,
    rawTotal: fraction(person.rawTotal),
    rawMaximum: person.rawMaximum,
    score: fraction(person.score),
    rank: person.rank,
    qualified: person.qualified,
    deduction: fraction(person.deduction),
    step: step('person', person.name),
  };
}

function departmentScore(department: SampleResult['departments'][number]): DepartmentScore {
  return {
    ...department,
    score: fraction(department.score),
    headDeduction: fraction(department.headDeduction),
    step: step('averaging', department.name),
  };
}

function issue({ code, sheet, cell, ...rest }: SampleIssue): Issue {
  const place = cell === undefined ? null : parseCellName(cell);
  return makeIssue(code, {
    ...rest,
    sheet: sheet ?? null,
    cell: place && sheet !== undefined ? { sheet, ...place } : null,
  });
}

function readings(scheme: Scheme): SheetReading[] {
  return scheme.sheets.slice(0, 5).map((sheet, at) => ({
    sheet: sheet.name,
    definition: sheet.id,
    label: sheet.title,
    confidence: at === 0 ? 1 : 0.96,
    candidates: [],
    evidence: ['第 3 行有“姓名”“许可证号”“检查日期”'],
    headerRows: [2, 3],
    columns: sheet.fields.map((field, column) => {
      const name = scheme.fields.find((each) => each.id === field)?.name ?? field;
      return {
        column,
        header: name,
        occurrence: 0,
        among: 1,
        field,
        label: name,
        preview: ['一', '二', '三'],
      };
    }),
    dataRows: 120,
    skipped: [{ row: 130, reason: '首格为“合计”' }],
    answer: null,
  }));
}

/** An evaluation as the use cases would give it, made from a result that was written down. */
export function sampleEvaluation(
  scheme: Scheme,
  result: SampleResult,
  issues: readonly SampleIssue[] = [],
): Evaluation {
  const found = issues.map(issue);
  const count = (severity: Issue['severity']) => found.filter((each) => each.severity === severity).length;
  const rulings: Rulings = Object.fromEntries(scheme.rulings.map((each) => [each.key, each.default]));
  const snapshot = { name: 'sample.xlsx', sheets: [], memory: null, date1904: false };
  return {
    scheme,
    standing: plainStanding(scheme),
    snapshot,
    recognition: recognise(snapshot, scheme),
    period: result.period,
    periodSource: 'dates',
    rulings,
    rulingSources: {},
    readings: [
      ...readings(scheme),
      {
        sheet: '通讯录',
        definition: null,
        label: '',
        confidence: 0,
        candidates: [],
        evidence: [],
        headerRows: [],
        columns: [],
        dataRows: 0,
        skipped: [],
        answer: null,
      },
    ],
    scores: {
      persons: result.persons.map((person, id) => personScore(scheme, person, id)),
      departments: result.departments.map(departmentScore),
    },
    issues: found,
    notRun: [{ check: '抽查户数是否达到 5%', reason: '人员名册没有“片区零售客户数”一列' }],
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}

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

function lines(evaluation: Evaluation, index: number): ExplainedLine[] {
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

/** What a test may look into and change. */
export interface FakePane extends PaneServices {
  readonly calls: string[];
  /** The evaluations that were got ready to be followed, and what ends that. */
  readonly prepared: { readonly evaluation: Evaluation; readonly signal: AbortSignal }[];
  evaluation: Evaluation;
  undoes: UndoableWork | null;
  period: string | null;
  /** Cells that somebody has changed since the fill. */
  changedSince: readonly CellRef[];
  /** Tells of an edit in the workbook, as the host would. */
  edit: (edit: CellEdit) => void;
  /** Set to make the next long call wait until it is called. */
  hold: { readonly release: () => void } | null;
  /** Names cannot be replaced without harm. */
  namesStay: boolean;
  holdNext(): void;
  failWith: Error | null;
  /** What the sheet of rules would change; `null` for nothing. */
  pendingRules: PendingRules | null;
  /** What a scheme over a table finds. */
  tableOutcome: TableOutcome | null;
  /** What the sheet of rules of such a scheme would change. */
  pendingTableRules: PendingTableRules | null;
  /** Repairs and seal as a test wants them. */
  readonly handIn: FakeSubmission;
}

const SCHEMES: readonly SchemeOffer[] = [
  { id: 'daily', title: '质检日报', isTable: true, fits: true, isOwn: false },
  { id: 'own', title: '服务质量测评', isTable: false, fits: false, isOwn: true },
  { id: 'month', title: '月度评分', isTable: false, fits: false, isOwn: false },
];

class AbortError extends Error {
  override name = 'AbortError';
}

/** The pane's services over one evaluation in memory; long calls can be held and fail on demand. */
export function createFakeServices(evaluation: Evaluation): FakePane {
  let gate: Promise<void> | null = null;
  const long = async (signal: AbortSignal) => {
    if (gate) {
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new AbortError('stopped')));
      });
      await Promise.race([gate, stopped]);
      gate = null;
    }
    if (fake.failWith) throw fake.failWith;
  };
  const submission = createFakeSubmission(() => fake);
  const fake: FakePane = {
    submission: submission.services,
    handIn: submission.set,
    calls: [],
    prepared: [],
    evaluation,
    undoes: null,
    period: null,
    changedSince: [],
    hold: null,
    namesStay: false,
    failWith: null,
    pendingRules: null,
    entry: createNowhereServices().entry,
    corrections: {
      async preview({ value, by, reason }) {
        fake.calls.push('preview a correction');
        return {
          time: '2024-07-01T08:00:00+08:00',
          by,
          reason,
          place: '明细!D12',
          before: 2,
          after: value,
          effects: ['一所 李明:68.33 分(考核扣分 16) → 69 分(考核扣分 15)'],
        };
      },
      async correct(wish, watch) {
        fake.calls.push(`correct ${wish.cell.sheet} ${wish.cell.row} ${wish.cell.column} by ${wish.by}`);
        fake.undoes = 'correction';
        return fake.corrections.preview(wish, watch);
      },
    },
    rules: {
      pending: () => fake.pendingRules,
      async write() {
        fake.calls.push('write rules');
        return '评分标准';
      },
      async takeOver({ version, who }) {
        fake.calls.push(`take over ${version} by ${who}`);
        fake.pendingRules = null;
      },
      async giveUp() {
        fake.calls.push('give rules up');
      },
    },
    schemes: {
      list: () => SCHEMES,
      async use(id) {
        fake.calls.push(`use ${id}`);
      },
      async template(id) {
        fake.calls.push(`template ${id}`);
        return 2;
      },
      async look(id) {
        fake.calls.push(`look ${id}`);
        return { outcome: fake.tableOutcome!, pending: fake.pendingTableRules };
      },
      async writeRules(id) {
        fake.calls.push(`write rules of ${id}`);
        return '评分标准';
      },
      async takeRulesOver(id, { version, who }) {
        fake.calls.push(`take over ${id} ${version} by ${who}`);
        fake.pendingTableRules = null;
      },
      async giveRulesUp(id) {
        fake.calls.push(`give up ${id}`);
      },
      async fill(id) {
        fake.calls.push(`fill ${id}`);
        return { outcome: fake.tableOutcome!, added: ['统计'] };
      },
    },
    tableOutcome: null,
    pendingTableRules: null,
    holdNext() {
      gate = new Promise<void>((resolve) => {
        fake.hold = { release: resolve };
      });
    },
    async check(options, run) {
      fake.calls.push(`check ${JSON.stringify(options)}`);
      run.onProgress(0.42);
      await long(run.signal);
      return fake.evaluation;
    },
    async plan(options, run) {
      fake.calls.push(`plan ${JSON.stringify(options)}`);
      await long(run.signal);
      return { evaluation: fake.evaluation, plan: samplePlan(fake.evaluation) };
    },
    async fill(options, run) {
      fake.calls.push(`fill ${JSON.stringify(options)}`);
      run.onProgress(0.42);
      await long(run.signal);
      fake.undoes = 'fill';
      return { evaluation: fake.evaluation, plan: samplePlan(fake.evaluation) };
    },
    async undo({ evenIfChanged }) {
      fake.calls.push(evenIfChanged ? 'undo anyway' : 'undo');
      if (fake.changedSince.length > 0 && !evenIfChanged)
        return { kind: 'changed', cells: fake.changedSince };
      fake.undoes = null;
      return { kind: 'undone' };
    },
    planOf: samplePlan,
    follower: {
      async watch(onEdit) {
        fake.edit = onEdit;
        return async () => undefined;
      },
      async follow(before, edits, _options, run) {
        fake.calls.push(`follow ${JSON.stringify(edits)}`);
        await long(run.signal);
        const how = before === fake.evaluation ? 'same' : edits.every(({ area }) => area) ? 'rows' : 'whole';
        return { evaluation: fake.evaluation, how };
      },
      async prepare(evaluation, _pause, signal) {
        fake.prepared.push({ evaluation, signal });
      },
      missed: () => void fake.calls.push('missed'),
    },
    edit: () => undefined,
    undoable: () => fake.undoes,
    async select(cell) {
      fake.calls.push(`select ${cell.sheet} ${cell.row} ${cell.column}`);
    },
    summaryState: () => 'stale',
    explain: lines,
    rememberedPeriod: () => fake.period,
    async setPeriod(period) {
      fake.period = period;
      fake.calls.push(`setPeriod ${period}`);
    },
    async setRulings(change) {
      fake.calls.push(`setRulings ${JSON.stringify(change)}`);
      fake.evaluation = { ...fake.evaluation, rulings: { ...fake.evaluation.rulings, ...change } };
    },
    snapshotToSave(_evaluation, options) {
      fake.calls.push(`snapshot ${options.replaceNames ? 'without' : 'with'} names`);
      return fake.namesStay && options.replaceNames ? null : '{}';
    },
    async addTemplate() {
      fake.calls.push('addTemplate');
      return 17;
    },
    async addExample() {
      fake.calls.push('addExample');
      return 10;
    },
    async answer(answer) {
      fake.calls.push(`answer ${JSON.stringify(answer)}`);
    },
    async forget(sheet) {
      fake.calls.push(`forget ${sheet}`);
    },
    previewRulings: (current) =>
      current.scores.persons.slice(0, 3).map((person) => ({
        person: person.assessee.name,
        department: person.assessee.department,
        post: person.assessee.post,
        score: { from: person.score?.valueOf() ?? null, to: (person.score?.valueOf() ?? 0) + 1 },
        deduction: { from: 0, to: 0 },
        qualified: { from: person.qualified, to: person.qualified },
      })),
  };
  return fake;
}

/** Preferences that are forgotten at the end of the test. */
export function createFakePreferences(initial: Preferences = { previewBeforeFill: false, live: true }) {
  let kept = initial;
  return {
    load: () => kept,
    save: (preferences: Preferences) => {
      kept = preferences;
    },
  };
}
