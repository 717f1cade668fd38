import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1 that repeat from run to run for the same seed (mulberry32). */
export type Dice = () => number;

/** Dice that repeat from run to run. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array;

function below(dice: Dice, end: number): number {
  return Math.floor(dice() * end);
}

/** A few bytes of the file are others. */
function changedBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = bytes.slice();
  for (let left = 1 + below(dice, 6); left > 0; left--) copy[below(dice, copy.length)] = below(dice, 256);
  return copy;
}

function cutOff(bytes: Uint8Array, dice: Dice): Uint8Array {
  return bytes.slice(0, below(dice, bytes.length));
}

const PIECES = [
  '<',
  '>',
  '/',
  '"',
  '&',
  '&#0;',
  '&x;',
  ']]>',
  '<!--',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '<c/>',
  '</row>',
  '<row r="1">',
  '<f>A1',
  't="s"',
  't="x"',
  'r="ZZZ99999999"',
  '<v>1E999</v>',
  '<v>-1</v>',
  '\u0000',
  '\ufffe',
  '1e9',
  '-',
  '=cmd()',
  'x:',
  ' xml:space="preserve"',
  '2008-13-45',
  '<is><t>',
  '<r><t>a</t></r>',
];

/** A piece of a part is gone, doubled, or has something else in its place; the archive itself is whole. */
function changedText(bytes: Uint8Array, dice: Dice): Uint8Array {
  const parts = unzipSync(bytes);
  const paths = Object.keys(parts);
  for (let left = 1 + below(dice, 3); left > 0; left--) {
    const path = paths[below(dice, paths.length)]!;
    const text = strFromU8(parts[path]!);
    const from = below(dice, text.length);
    const to = Math.min(text.length, from + below(dice, dice() < 0.5 ? 4 : 200));
    const way = below(dice, 3);
    const middle =
      way === 0 ? '' : way === 1 ? text.slice(from, to).repeat(2) : PIECES[below(dice, PIECES.length)]!;
    parts[path] = strToU8(text.slice(0, from) + middle + text.slice(to));
  }
  return zipSync(parts, { level: 1 });
}

/** A part is missing, empty, or another one stands in its place. */
function changedParts(bytes: Uint8Array, dice: Dice): Uint8Array {
  const parts = unzipSync(bytes);
  const paths = Object.keys(parts);
  const path = paths[below(dice, paths.length)]!;
  const way = below(dice, 3);
  if (way === 0) delete parts[path];
  else parts[path] = way === 1 ? new Uint8Array() : parts[paths[below(dice, paths.length)]!]!;
  return zipSync(parts, { level: 1 });
}

const MUTATIONS: readonly Mutation[] = [
  changedBytes,
  cutOff,
  changedText,
  changedText,
  changedText,
  changedText,
  changedParts,
];

/** A workbook with something wrong, the same for the same dice. */
export function mutated(bytes: Uint8Array, dice: Dice): Uint8Array {
  return MUTATIONS[below(dice, MUTATIONS.length)]!(bytes, dice);
}
