export { householdScore } from './points';
export { householdSteps } from './tree';
