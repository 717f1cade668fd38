import { type AnyScheme, isTableScheme, type Scheme, type TableScheme } from '../../model';
import { loadAnyTable, loadScheme } from '../../schemes';
import type { NewSheet } from '../../workbook/host';
import {
  bandTable,
  indicatorTable,
  readSchemeSheet,
  readTableSchemeSheet,
  rulingTable,
  type RuleTable,
  schemeSheet,
  type SchemeReading,
  sectionTable,
  settingsTable,
  tableRules,
  tableSchemeSheet,
} from '../../workbook/schemeSheet';
import type { SheetSnapshot } from '../../workbook/snapshot';

/** How the rules of a family of schemes are written, read and kept. */
export interface RuleForm<S extends AnyScheme> {
  /** Throws a SchemeError. */
  readonly load: (json: unknown) => S;
  readonly read: (sheet: SheetSnapshot, base: S) => SchemeReading;
  /** `taken`: names of tabs that there are. */
  readonly sheet: (scheme: S, taken?: readonly string[]) => NewSheet;
  /** The rules as tables, in the order of the sheet; the history apart. */
  readonly tables: (scheme: S) => readonly RuleTable[];
  /** What the owner of a scheme may change; sheets, columns and words stay those of the product. */
  readonly keys: readonly string[];
  /** Those of the keys that a scheme need not have. */
  readonly optional: readonly string[];
}

const INDICATORS: RuleForm<Scheme> = {
  load: loadScheme,
  read: readSchemeSheet,
  sheet: schemeSheet,
  tables: (scheme) =>
    [settingsTable, indicatorTable, sectionTable, rulingTable, bandTable].map((table) => table(scheme)),
  keys: [
    'version',
    'title',
    'number',
    'sections',
    'indicators',
    'rulings',
    'sampling',
    'bands',
    'history',
  ] satisfies readonly (keyof Scheme)[],
  optional: ['bands', 'history'],
};

const TABLE: RuleForm<TableScheme> = {
  load: loadAnyTable,
  read: readTableSchemeSheet,
  sheet: tableSchemeSheet,
  tables: tableRules,
  keys: [
    'version',
    'title',
    'number',
    'maximum',
    'line',
    'clause',
    'clauses',
    'forms',
    'shares',
    'levels',
    'levelPoints',
    'rules',
    'categories',
    'codes',
    'scale',
    'history',
  ],
  optional: ['shares', 'levelPoints', 'history'],
};

/** The form of a scheme's family. */
export function formOf<S extends AnyScheme>(scheme: S): RuleForm<S> {
  return (isTableScheme(scheme) ? TABLE : INDICATORS) as unknown as RuleForm<S>;
}
