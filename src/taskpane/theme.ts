import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** Shades around Excel's own green, so that the pane looks like a part of it. */
const green: BrandVariants = {
  10: '#02150b',
  20: '#052614',
  30: '#07351c',
  40: '#094424',
  50: '#0b522b',
  60: '#0d6033',
  70: '#0f6e3a',
  80: '#107c41',
  90: '#258d54',
  100: '#47b279',
  110: '#5dbd89',
  120: '#76c99b',
  130: '#90d5ae',
  140: '#ace0c2',
  150: '#caedd8',
  160: '#e9f8ef',
};

const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";

const light: Theme = { ...createLightTheme(green), fontFamilyBase };
const dark: Theme = {
  ...createDarkTheme(green),
  fontFamilyBase,
  // Fluent's own red reaches a contrast of 4.16 on the dark background, less in a row under the mouse; small text needs 4.5.
  colorStatusDangerForeground1: '#f3969e',
};

export function themeFor(look: 'light' | 'dark'): Theme {
  return look === 'dark' ? dark : light;
}
