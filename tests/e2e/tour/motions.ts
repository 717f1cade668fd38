/** Runs inside the pane, for whoever has asked for less motion: what still moves for longer than the eye notices. */
export function motions(): string[] {
  const longest = (durations: string) =>
    Math.max(
      ...durations.split(',').map((each) => parseFloat(each) * (each.trim().endsWith('ms') ? 1 : 1_000)),
    );
  const moving = [...document.body.querySelectorAll('*')].filter((element) => {
    const { transitionProperty, transitionDuration, animationName, animationDuration } =
      getComputedStyle(element);
    const changes = transitionProperty !== 'none' && longest(transitionDuration) > 1;
    return changes || (animationName !== 'none' && longest(animationDuration) > 1);
  });
  return moving.map(({ tagName, className }) => `moves: ${tagName} ${String(className).slice(0, 60)}`);
}
