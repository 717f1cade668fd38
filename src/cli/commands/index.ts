import type { Command } from '../command';
import { check } from './check';
import { fill } from './fill';
import { seal } from './seal';
import { template } from './template';
import { verify } from './verify';

/** Every command, in the order of the usage. */
export const COMMANDS: readonly Command[] = [check, fill, seal, verify, template];
