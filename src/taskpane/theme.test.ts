import { themeFor } from './theme';

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

test.each(['light', 'dark'] as const)(
  'in the %s theme red words are readable, also in the row under the mouse',
  (look) => {
    const { colorStatusDangerForeground1, colorNeutralBackground1, colorNeutralBackground1Hover } =
      themeFor(look);
    for (const background of [colorNeutralBackground1, colorNeutralBackground1Hover])
      expect(contrast(colorStatusDangerForeground1, background)).toBeGreaterThanOrEqual(4.5);
  },
);
