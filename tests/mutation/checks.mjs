import { mutationOf } from './shared.mjs';

export default mutationOf('checks', ['src/checks/**/*.test.ts']);
