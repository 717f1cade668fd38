export { scoreBook } from './book';
export { hasSteps, resolveRulings, RulingError, type RulingLayer } from './rulings';
