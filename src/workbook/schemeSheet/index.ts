export { isSchemeSheet } from './blocks';
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
export { schemeSheet } from './write';
