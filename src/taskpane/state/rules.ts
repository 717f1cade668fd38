import type { RulesDesk, Signature } from '../../app/scheme/rulesDesk';
import type { Run } from './services';
import { freshly, type Tools } from './work';

/** What was done last with the rules of the workbook. */
export type RulesOutcome = { readonly kind: 'rulesWritten' | 'rulesTakenOver' | 'rulesGivenUp' };

export interface RulesActions {
  /** Adds the rules in force as a sheet, and reads again. */
  readonly writeRules: () => Promise<void>;
  /** Takes the rules of the sheet over, and reads again. */
  readonly takeRulesOver: (signature: Signature) => Promise<void>;
  /** Lets the product's own rules hold again. */
  readonly giveRulesUp: () => Promise<void>;
}

/** The actions on the rules; each says in `outcome` what it has done. */
export function rulesActions(tools: Tools, rules: RulesDesk): RulesActions {
  const then = (kind: RulesOutcome['kind'], call: (watch: Run) => Promise<unknown>) =>
    tools.run('rulings', async (watch) => {
      await call(watch);
      return { ...(await freshly(tools, watch)), outcome: { kind } };
    });
  return {
    writeRules: () => then('rulesWritten', () => rules.write()),
    takeRulesOver: (signature) => then('rulesTakenOver', (watch) => rules.takeOver(signature, watch)),
    giveRulesUp: () => then('rulesGivenUp', () => rules.giveUp()),
  };
}
