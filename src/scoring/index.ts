export { scoreBook, scoreInSlices } from './book';
export { scoreChanges, type ScoreChange } from './changes';
export { confirmations, type Confirmation } from './confirmations';
export { combineRates } from './mechanisms/ratio';
export { hasSteps, resolveRulings, RulingError, type RulingLayer } from './rulings';
