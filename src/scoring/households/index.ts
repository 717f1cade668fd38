export { householdPoints, householdScore } from './points';
export { householdSteps } from './tree';
