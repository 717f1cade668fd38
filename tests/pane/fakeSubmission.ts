import type { UndoableWork } from '../../src/taskpane/state/services';
import type { Evaluation } from '../../src/app/evaluation';
import type { FixOffer, SealVerdict, Submission } from '../../src/app/submission';

/** What a test may set; `offers` are those still open. */
export interface FakeSubmission {
  offers: readonly FixOffer[];
  seen: SealVerdict;
  refusal: string | null;
}

/** A seal as the use case would make it. */
export const sampleSeal: Extract<SealVerdict, { kind: 'intact' }>['seal'] = {
  version: 1,
  time: '2008-07-05T10:30:00+08:00',
  scheme: { id: 'yinchuan-2008', version: '1' },
  period: '2008H1',
  rulings: {},
  counts: { error: 0, warning: 2, info: 0 },
  persons: 12,
  tables: [],
  result: '00',
  code: '0123456789abcdef0123456789abcdef',
};

export const sampleOffers: readonly FixOffer[] = [
  {
    kind: 'number',
    cell: { sheet: '明细测评表-客户经理', row: 4, column: 6 },
    before: ' 2',
    after: 2,
    format: null,
    shown: '2',
    issue: null,
  },
  {
    kind: 'sign',
    cell: { sheet: '明细测评表-客户经理', row: 9, column: 7 },
    before: -1,
    after: 1,
    format: null,
    shown: '1',
    issue: null,
  },
];

interface Stage {
  readonly calls: string[];
  evaluation: Evaluation;
  undoes: UndoableWork | null;
}

/** Repairs, marks and seal over a stage in memory. */
export function createFakeSubmission(stage: () => Stage): { services: Submission; set: FakeSubmission } {
  const set: FakeSubmission = { offers: sampleOffers, seen: { kind: 'none' }, refusal: null };
  const call = (text: string) => void stage().calls.push(text);
  const services: Submission = {
    offers: async () => set.offers,
    async fix(chosen) {
      const wanted = chosen ?? set.offers;
      call(`fix ${wanted.length}`);
      set.offers = set.offers.filter((offer) => !wanted.includes(offer));
      stage().undoes = 'fixes';
      stage().evaluation = { ...stage().evaluation };
      return { cells: wanted.length, skipped: [] };
    },
    async mark() {
      call('mark');
      return { evaluation: stage().evaluation, cells: 5 };
    },
    async removeMarks() {
      call('removeMarks');
    },
    async report() {
      call('report');
      return { evaluation: stage().evaluation, sheet: '校验结果', rows: 5 };
    },
    async seal() {
      call('seal');
      const { evaluation } = stage();
      if (set.refusal !== null) return { kind: 'refused', reason: set.refusal, evaluation };
      return { kind: 'sealed', seal: sampleSeal, changes: [], line: null, evaluation };
    },
    async verify() {
      call('verify');
      return set.seen;
    },
  };
  return { services, set };
}
