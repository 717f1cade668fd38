import { type ClassificationScheme, type Issue, makeIssue } from '../../model';
import type { ClassifiedCustomer } from './customer';

/** Whose customers, and how many of them are recorded under another class; `null` while a class is not known. */
export interface OwnerCount {
  /** Texts of the fields that the counts are made by. */
  readonly by: readonly string[];
  readonly customers: number;
  readonly compared: number;
  readonly differing: number | null;
}

function differs({ code, recorded }: ClassifiedCustomer): boolean {
  return code !== null && recorded !== '' && code !== recorded;
}

/** One warning for each recorded class that is another than the one found. */
export function differences(customers: readonly ClassifiedCustomer[], scheme: ClassificationScheme): Issue[] {
  return customers.filter(differs).map(({ row, name, code, recorded }) =>
    makeIssue('class-differs', {
      cell: row.cell(scheme.compare.field),
      clause: scheme.scale.clause,
      received: recorded,
      expected: code,
      message: `${name}登记的是 ${recorded},按购进数据应为 ${code ?? ''}。`,
    }),
  );
}

/** The differences counted by those whose customers they are, in the order of first appearance. */
export function ownerCounts(
  customers: readonly ClassifiedCustomer[],
  { compare }: ClassificationScheme,
): readonly OwnerCount[] {
  const owners = new Map<string, ClassifiedCustomer[]>();
  for (const customer of customers) {
    const key = JSON.stringify(compare.by.map((field) => customer.row.text(field).replace(/\s/g, '')));
    owners.set(key, [...(owners.get(key) ?? []), customer]);
  }
  return [...owners].map(([key, own]) => {
    const recorded = own.filter((each) => each.recorded !== '');
    const isKnown = recorded.every(({ code }) => code !== null);
    return {
      by: JSON.parse(key) as string[],
      customers: own.length,
      compared: recorded.length,
      differing: isKnown ? recorded.filter(differs).length : null,
    };
  });
}
