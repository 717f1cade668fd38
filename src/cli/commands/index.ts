import type { Command } from '../command';
import { check } from './check';
import { fill } from './fill';
import { inspect } from './inspect';
import { snapshot } from './snapshot';
import { template } from './template';

/** Every command, in the order of the usage. */
export const COMMANDS: readonly Command[] = [check, fill, inspect, snapshot, template];
