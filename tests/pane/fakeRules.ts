import type { PendingRules, RulesDesk } from '../../src/app/scheme/rulesDesk';
import type { PendingTableRules, SchemeOffer, SchemesDesk } from '../../src/app/schemesDesk';
import type { TableOutcome } from '../../src/app/tables/outcome';

interface RulesStage {
  readonly calls: string[];
  pendingRules: PendingRules | null;
}

/** The sheet of rules over a stage in memory. */
export function createFakeRules(stage: () => RulesStage): RulesDesk {
  return {
    pending: () => stage().pendingRules,
    async write() {
      stage().calls.push('write rules');
      return '评分标准';
    },
    async takeOver({ version, who }) {
      stage().calls.push(`take over ${version} by ${who}`);
      stage().pendingRules = null;
    },
    async giveUp() {
      stage().calls.push('give rules up');
    },
  };
}

const SCHEMES: readonly SchemeOffer[] = [
  { id: 'daily', title: '质检日报', isTable: true, fits: true, isOwn: false },
  { id: 'own', title: '服务质量测评', isTable: false, fits: false, isOwn: true },
  { id: 'month', title: '月度评分', isTable: false, fits: false, isOwn: false },
];

interface SchemesStage {
  readonly calls: string[];
  tableOutcome: TableOutcome | null;
  pendingTableRules: PendingTableRules | null;
}

/** The schemes of the product over a stage in memory. */
export function createFakeSchemes(stage: () => SchemesStage): SchemesDesk {
  return {
    list: () => SCHEMES,
    async use(id) {
      stage().calls.push(`use ${id}`);
    },
    async template(id) {
      stage().calls.push(`template ${id}`);
      return 2;
    },
    async look(id) {
      stage().calls.push(`look ${id}`);
      return { outcome: stage().tableOutcome!, pending: stage().pendingTableRules };
    },
    async writeRules(id) {
      stage().calls.push(`write rules of ${id}`);
      return '评分标准';
    },
    async takeRulesOver(id, { version, who }) {
      stage().calls.push(`take over ${id} ${version} by ${who}`);
      stage().pendingTableRules = null;
    },
    async giveRulesUp(id) {
      stage().calls.push(`give up ${id}`);
    },
    async fill(id) {
      stage().calls.push(`fill ${id}`);
      return { outcome: stage().tableOutcome!, added: ['统计'] };
    },
  };
}
