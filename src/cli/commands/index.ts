import type { Command } from '../command';
import { archive } from './archive';
import { bulletin } from './bulletin';
import { check } from './check';
import { collect } from './collect';
import { compare } from './compare';
import { correct } from './correct';
import { draw } from './draw';
import { drawCheck } from './drawCheck';
import { explain } from './explain';
import { fill } from './fill';
import { inspect } from './inspect';
import { SCHEME_COMMANDS } from './scheme';
import { seal } from './seal';
import { slips } from './slips';
import { snapshot } from './snapshot';
import { template } from './template';
import { verify } from './verify';

/** Every command, in the order of the usage. */
export const COMMANDS: readonly Command[] = [
  check,
  fill,
  explain,
  inspect,
  ...SCHEME_COMMANDS,
  seal,
  verify,
  snapshot,
  template,
  draw,
  drawCheck,
  collect,
  bulletin,
  slips,
  correct,
  archive,
  compare,
];
