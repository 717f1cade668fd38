import type { CellValue, TableScheme } from '../../model';
import type { NewSheet } from '../host';
import { LIST } from './describe';
import { NO_FLAG, PARAMETER_HEADERS, SETTINGS, TABLE_KINDS, YES_FLAG } from './labels';
import type { Parameter } from './parameters';
import { rulesSheet } from './paper';
import { quantityText } from './quantities';
import { type BlockPlan, type CellForm, type Entry, planOf } from './tablePlan';
import type { RuleTable } from './tables';

/** The rules of a scheme over a table, block by block, as they stand on its sheet; the settings first. */
export function tableRules(scheme: TableScheme): readonly RuleTable[] {
  const { parameters, blocks } = planOf(scheme);
  return [
    settingsOf(scheme),
    ...(parameters.length === 0 ? [] : [parameterTable(parameters)]),
    ...blocks.map((block) => blockTable(block, scheme)),
  ];
}

/** A scheme over a table as a readable sheet, with the same head and history as any other. */
export function tableSchemeSheet(scheme: TableScheme, taken: readonly string[] = []): NewSheet {
  const [settings, ...tables] = tableRules(scheme);
  return rulesSheet(settings!, tables, scheme.history, taken);
}

function settingsOf(scheme: TableScheme): RuleTable {
  return {
    headers: ['', ''],
    rows: [
      [SETTINGS.id, scheme.id],
      [SETTINGS.title, scheme.title],
      [SETTINGS.number, scheme.number],
      [SETTINGS.version, scheme.version],
      [SETTINGS.kind, TABLE_KINDS[scheme.kind]],
    ],
  };
}

function parameterTable(parameters: readonly Parameter[]): RuleTable {
  return {
    headers: Object.values(PARAMETER_HEADERS),
    rows: parameters.map((each) => [each.id, each.title, parameterText(each), each.clause?.text ?? '']),
  };
}

/** What the cell of a parameter's value says. */
export function parameterText({ form, value }: Parameter): CellValue {
  return form === 'percent' ? quantityText(String(value), 'percent') : value;
}

function blockTable({ columns, entries }: BlockPlan, scheme: TableScheme): RuleTable {
  return {
    headers: columns.map(({ header }) => header),
    rows: entries.map((entry) => columns.map(({ key, form }) => shown(form, entry[key], scheme))),
  };
}

function shown(form: CellForm, value: Entry[string], scheme: TableScheme): CellValue {
  if (form === 'flag') return value === true ? YES_FLAG : NO_FLAG;
  if (value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'object') return value.join(LIST);
  switch (form) {
    case 'percent':
      return quantityText(String(value), 'percent');
    case 'field':
      return scheme.fields.find(({ id }) => id === value)?.name ?? String(value);
    case 'number':
      return Number(value);
    case 'text':
    case 'list':
      return String(value);
  }
}
