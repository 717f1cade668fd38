import { compact } from '../../workbook/read/values/text';

/** A household that stands somewhere in the workbook. */
export interface KnownHousehold {
  readonly household: string;
  readonly licence: string;
  /** Departments whose persons visited it, or are to. */
  readonly departments: readonly string[];
}

/** The households that match what was typed, those of the department first; at most `most`. */
export function matchingHouseholds(
  households: readonly KnownHousehold[],
  text: string,
  department: string,
  most: number,
): KnownHousehold[] {
  const plain = compact(text);
  const matches = households.filter(
    ({ household, licence }) => household.includes(plain) || licence.includes(plain),
  );
  const isOwn = ({ departments }: KnownHousehold): boolean =>
    departments.some((each) => compact(each) === compact(department));
  return [...matches.filter(isOwn), ...matches.filter((each) => !isOwn(each))].slice(0, most);
}
