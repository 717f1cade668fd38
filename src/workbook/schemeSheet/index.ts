export { isSchemeSheet, type SheetForm, sheetForm } from './blocks';
export { readSchemeSheet, schemeIdIn, type SchemeReading } from './read';
export { revisionChanges } from './revise';
export {
  bandTable,
  indicatorTable,
  rulingTable,
  type RuleTable,
  sectionTable,
  settingsTable,
} from './tables';
export { readTableSchemeSheet } from './readTable';
export { tableRules, tableSchemeSheet } from './tableRules';
export { schemeSheet } from './write';
