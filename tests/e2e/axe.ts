import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe is asked for: everything that WCAG 2.2 AA wants, or what hangs on colours alone. */
export type Wanted = 'all' | 'colours';

/** The only rules of WCAG 2.2 AA that a theme can break while names, roles and sizes stay. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function optionsFor(wanted: Wanted): object {
  if (wanted === 'colours') return { runOnly: { type: 'rule', values: COLOURS } };
  return { runOnly: LEVELS };
}

/** What axe finds against WCAG 2.2 AA, as readable lines. */
export async function violations(frame: Frame, wanted: Wanted = 'all'): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  const found = await frame.evaluate(async (options) => {
    const runner = (
      window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe;
    return (await runner.run({ ...options, resultTypes: ['violations'] })).violations;
  }, optionsFor(wanted));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
