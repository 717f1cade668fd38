import type { Scheme } from '../../../model';
import type { DataColumn, DataTable, DataType } from '../../../workbook/dataTables';

function columns(types: Readonly<Record<string, DataType>>): DataColumn[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, isDistinct: name === 'place' }));
}

/** Where a row came from, and whose it is. `unit` is `''` where the whole is one unit. */
const WHOSE = {
  unit: 'text',
  file: 'text',
  place: 'text',
  department: 'text',
  name: 'text',
  post: 'text',
} as const;

/** Customers are named on request alone (R33); the columns are always there, so that the schema is one. */
const HOUSEHOLD = { household: 'text', licence: 'text' } as const;

/** One visited household of one person. */
export const VISITS: DataTable = {
  name: 'visits',
  columns: columns({ ...WHOSE, date: 'date', ...HOUSEHOLD }),
};

/** Points lost at a household under one rule; what could not be read stands under `unread`, without points. */
export const FINDINGS: DataTable = {
  name: 'findings',
  columns: columns({ ...WHOSE, date: 'date', ...HOUSEHOLD, rule: 'text', points: 'points', unread: 'text' }),
};

/** A figure of a person; `number` where it is one, else `text`. */
export const FIGURES: DataTable = {
  name: 'figures',
  columns: columns({ ...WHOSE, field: 'text', number: 'number', text: 'text' }),
};

/** A complaint, without its words. */
export const COMPLAINTS: DataTable = {
  name: 'complaints',
  columns: columns({ ...WHOSE, date: 'date', verdict: 'text', household: 'text' }),
};

/** A person in a post. `customers` is missing where it could not be read. */
export const ROSTER: DataTable = {
  name: 'roster',
  columns: columns({ ...WHOSE, area: 'text', customers: 'integer', head: 'flag' }),
};

/** What a person in a post came to, a column a section; `rank` is that of the whole. */
export function personsTable(scheme: Scheme): DataTable {
  const sections = Object.fromEntries(scheme.sections.map(({ id }) => [id, 'points' as const]));
  return {
    name: 'persons',
    columns: columns({
      ...WHOSE,
      period: 'text',
      households: 'integer',
      status: 'text',
      missing: 'text',
      ...sections,
      raw_total: 'points',
      raw_maximum: 'integer',
      score: 'points',
      rank: 'integer',
      qualified: 'flag',
      deduction: 'points',
    }),
  };
}

export const DEPARTMENTS: DataTable = {
  name: 'departments',
  columns: columns({
    unit: 'text',
    department: 'text',
    period: 'text',
    persons: 'integer',
    score: 'points',
    rank: 'integer',
    qualified: 'flag',
    head_deduction: 'points',
  }),
};

/** An issue of the whole, without its words: they may name a customer. */
export const ISSUES: DataTable = {
  name: 'issues',
  columns: columns({ code: 'text', severity: 'text', clause: 'text', file: 'text', place: 'text' }),
};

/** A line a file of the folder. */
export const FILES: DataTable = {
  name: 'files',
  columns: columns({
    unit: 'text',
    file: 'text',
    state: 'text',
    rows: 'integer',
    period: 'text',
    errors: 'integer',
    warnings: 'integer',
    seal: 'text',
  }),
};

/** Scheme, half-year and every ruling that the results were computed under. */
export const SETTINGS: DataTable = { name: 'settings', columns: columns({ key: 'text', value: 'text' }) };
