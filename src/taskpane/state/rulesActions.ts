import type { RulesDesk } from '../../app/scheme/rulesDesk';
import type { RulesActions, RulesOutcome } from './rules';
import type { Run } from './services';
import { freshlyAfter, type Tools } from './work';

/** The actions on the rules; each says in `outcome` what it has done. */
export function rulesActions(tools: Tools, rules: RulesDesk): RulesActions {
  const then = (kind: RulesOutcome['kind'], call: (watch: Run) => Promise<unknown>) =>
    tools.run('rulings', async (watch) => {
      await call(watch);
      return freshlyAfter(tools, watch, { kind });
    });
  return {
    writeRules: () => then('rulesWritten', () => rules.write()),
    takeRulesOver: (signature) => then('rulesTakenOver', (watch) => rules.takeOver(signature, watch)),
    giveRulesUp: () => then('rulesGivenUp', () => rules.giveUp()),
  };
}
