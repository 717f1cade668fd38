import { mutationOf } from './shared.mjs';

export default mutationOf('scoring', [
  'src/scoring/**/*.test.ts',
  'tests/cases/*.test.ts',
  'tests/golden/properties.test.ts',
  'tests/golden/tree.test.ts',
]);
