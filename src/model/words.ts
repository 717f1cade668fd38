/** Words that the reading goes by (rulebook §3, cell rules). Compared after NFKC and without spaces. */
export interface Words {
  /** A row whose first filled cell is, or ends in, one of these holds no data: 合计, 小计 … */
  readonly totals: readonly string[];
  /** A row whose first filled cell is one of these, or begins with it and a colon or bracket, holds no data. */
  readonly notes: readonly string[];
  /** A deduction cell that means nothing was deducted. */
  readonly nothing: readonly string[];
  /** A deduction cell that means one nonconformity. */
  readonly nonconformity: readonly string[];
  /** Answers, understood in a deduction cell only where the header asks one of `yesQuestions`. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly yesQuestions: readonly string[];
  /** A mark that could mean either; asked about. */
  readonly ambiguous: readonly string[];
  /** Bracketed behind a name: the post is held beside another (R31). */
  readonly concurrent: readonly string[];
  /** What stands under 是否达标: at or above the pass line, below it, not scored. */
  readonly results: { readonly qualified: string; readonly unqualified: string; readonly unscored: string };
  /** Who signs below a summary that the product makes, in this order. */
  readonly signatures: readonly string[];
  /** Labels in the rows above a table, by field id: `被测评人:…`. */
  readonly metaLabels: Readonly<Record<string, readonly string[]>>;
}
