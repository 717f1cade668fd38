export { scoreBook, scoreInSlices } from './book';
export { scoreChanges, type ScoreChange } from './changes';
export { confirmations, type Confirmation, type Touched, touchedAfter, touchedBy } from './confirmations';
export { type Rescored, rescored } from './rescore';
export { halfUp } from './exact';
export { groupMeans, weightedScore } from './groupMeans';
export { placesOf } from './ranks';
export { combineRates } from './mechanisms/ratio';
export { hasSteps, resolveRulings, RulingError, type RulingLayer } from './rulings';
