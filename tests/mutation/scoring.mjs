import { mutationOf } from './shared.mjs';

export default mutationOf('scoring', [
  // Those that notice most come first: a change is given up as soon as one test has failed.
  'tests/golden/trees.test.ts',
  'tests/cases/*.test.ts',
  'src/scoring/**/*.test.ts',
  'tests/golden/whole.test.ts',
  'tests/cases/schemes/*.test.ts',
  'tests/golden/properties.test.ts',
  'tests/golden/tree.test.ts',
]);
