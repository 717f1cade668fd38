import type { Command } from '../command';
import { check } from './check';
import { fill } from './fill';
import { template } from './template';

/** Every command, in the order of the usage. */
export const COMMANDS: readonly Command[] = [check, fill, template];
