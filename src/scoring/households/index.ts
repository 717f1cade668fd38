export { householdScore, reachedAtHouseholds } from './points';
export { rulesForAll, type HouseholdRules } from './rules';
export { householdSteps } from './tree';
