import { defects } from './defects';
import { filling } from './filling';
import { firstSteps, reading } from './firstSteps';
import { otherLayouts } from './otherLayouts';
import { trouble } from './trouble';
import type { Walk } from './walk';

export type { Walk };

export const walks: readonly Walk[] = [reading, firstSteps, defects, filling, ...otherLayouts, ...trouble];
