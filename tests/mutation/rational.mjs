import { mutationOf } from './shared.mjs';

export default mutationOf('rational', ['src/model/rational.test.ts'], ['src/model/rational.ts']);
