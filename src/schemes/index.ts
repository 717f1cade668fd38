import type { ClassificationScheme, Scheme, TableScheme } from '../model';
import retailCustomerClassFile from './classes/retail-customer-class.json';
import { loadClassification } from './classification';
import { loadScheme } from './load';
import mallPropertyFile from './mall-property.json';
import dailyServiceFile from './tables/daily-service.json';
import inspectionDailyFile from './tables/inspection-daily.json';
import opinionSurveyFile from './tables/opinion-survey.json';
import quarterlyCompositeFile from './tables/quarterly-composite.json';
import samplingMinimumsFile from './tables/sampling-minimums.json';
import { loadTableScheme } from './tableSchemes';
import yinchuan2008File from './yinchuan-2008.json';

export { loadClassification } from './classification';
export { loadScheme } from './load';
export { loadTableScheme } from './tableSchemes';
export { SchemeError, type SchemeFault } from './schemeError';

/** Scheme files that come with the product, by scheme id. */
const FILES: Readonly<Record<string, unknown>> = {
  'yinchuan-2008': yinchuan2008File,
  'mall-property': mallPropertyFile,
};

const loaded = new Map<string, Scheme>();

/** Ids of the schemes that come with the product. */
export const schemeIds: readonly string[] = Object.keys(FILES);

/** The scheme of that id, loaded once; `null` where none comes with the product. Throws a SchemeError on a bad file. */
export function schemeById(id: string): Scheme | null {
  const known = loaded.get(id);
  if (known) return known;
  if (!Object.hasOwn(FILES, id)) return null;
  const scheme = loadScheme(FILES[id]);
  loaded.set(id, scheme);
  return scheme;
}

/** The regulation of 2008. */
export function yinchuan2008(): Scheme {
  return schemeById('yinchuan-2008')!;
}

/** Files of schemes that work on a table, by scheme id. */
const TABLES: Readonly<Record<string, unknown>> = {
  'daily-service': dailyServiceFile,
  'quarterly-composite': quarterlyCompositeFile,
  'retail-customer-class': retailCustomerClassFile,
  'opinion-survey': opinionSurveyFile,
  'sampling-minimums': samplingMinimumsFile,
  'inspection-daily': inspectionDailyFile,
};

/** Ids of the schemes over tables that come with the product. */
export const tableSchemeIds: readonly string[] = Object.keys(TABLES);

/** The scheme over a table of that id; `null` where none comes with the product. Throws a SchemeError on a bad file. */
export function tableSchemeById(id: string): TableScheme | null {
  if (!Object.hasOwn(TABLES, id)) return null;
  return loadAnyTable(TABLES[id]);
}

/** A scheme over a table of any kind from parsed JSON. Throws a SchemeError that names every fault with its path. */
export function loadAnyTable(json: unknown): TableScheme {
  const isClassification =
    typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'classification';
  return isClassification ? loadClassification(json) : loadTableScheme(json);
}

/** The same for the one that puts customers into classes. */
export function classificationById(id: string): ClassificationScheme | null {
  return id === 'retail-customer-class' ? loadClassification(retailCustomerClassFile) : null;
}
