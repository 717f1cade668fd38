export { runSlices, type SliceOptions } from '../model';

/** What a read takes of the time until there is a result, as far as a progress bar is concerned; the rest is scoring. */
const READING = 0.6;

/** Progress of a read and of the scoring after it, as one. */
export function inTwoParts(onProgress: (share: number) => void): {
  readonly reading: (share: number) => void;
  readonly scoring: (share: number) => void;
} {
  const [reading, scoring] = inParts(onProgress, [READING, 1 - READING]);
  return { reading: reading!, scoring: scoring! };
}

/** Progress of pieces of work that follow one another, as one; `shares` come to 1. */
export function inParts(
  onProgress: (share: number) => void,
  shares: readonly number[],
): ((share: number) => void)[] {
  let from = 0;
  return shares.map((width) => {
    const start = from;
    from += width;
    return (share) => onProgress(start + share * width);
  });
}
