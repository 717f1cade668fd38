import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const root = path.resolve(__dirname, '../..');

/** Without these the browser looks up its maker's hosts at every start. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
];

/** The browser's own build has no Chinese glyphs: it finds these where XDG_DATA_HOME says. */
function fontFolder(): string {
  const data = path.join(root, '.cache', 'browser', 'share');
  const fonts = path.join(data, 'fonts');
  mkdirSync(fonts, { recursive: true });
  const packageFolder = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  for (const weight of ['400Regular', '600SemiBold']) {
    const folder = path.join(packageFolder, weight);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.ttf'))) {
      const link = path.join(fonts, name);
      if (!existsSync(link)) symlinkSync(path.join(folder, name), link);
    }
  }
  return data;
}

/** A headless browser that accepts the server's own certificate. Throws with the reason where set-up failed. */
export async function openBrowser(): Promise<Browser> {
  const { E2E_FAILURE: failure, E2E_BROWSER: program, E2E_LIBRARIES: libraries } = process.env;
  if (failure || !program) throw new Error(`end-to-end set-up failed: ${failure ?? 'no browser'}`);
  return chromium.launch({
    executablePath: program,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--ignore-certificate-errors', ...QUIET],
    env: {
      ...process.env,
      XDG_DATA_HOME: fontFolder(),
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    },
  });
}
