import type { Frame } from 'playwright-core';

/** Two frames: styles and sizes that were changed are there after the first, what follows them after the second. */
export async function painted(frame: Frame): Promise<void> {
  await frame.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Waits until the colours of another theme are there, which come in by transitions, however slow the machine is. */
export async function rested(frame: Frame): Promise<void> {
  await painted(frame);
  await frame.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  await painted(frame);
}
