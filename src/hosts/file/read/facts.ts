/** Of a sheet, what a change to another one must know. */
export interface SheetFacts {
  readonly hasFormulas: boolean;
  /** Whether a formula, a format or a rule may look at another sheet. */
  readonly looksElsewhere: boolean;
}

/** What was noted of the sheets of a file, by the path of their part in lower case. What is not noted is not known. */
export type PartFacts = ReadonlyMap<string, SheetFacts>;
