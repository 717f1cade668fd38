import type { Signature } from '../../app/scheme/rulesDesk';

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
