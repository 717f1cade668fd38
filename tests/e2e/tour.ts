import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { dictionaryFor, type Dictionary } from '../../src/locales';
import { violations } from './axe';
import type { Demo } from './demo';

const folder = path.resolve(__dirname, '../../screenshots/views');

/** What Excel's users look at a pane with; the third is the operating system's own high contrast. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const WIDTHS = [320, 350, 600] as const;

/** A walk through the views of a demo in one language: each stop is looked at in all themes and widths. */
export class Tour {
  readonly t: Dictionary;
  /** What axe found and what did not fit, as readable lines. */
  readonly faults: string[] = [];

  constructor(
    private readonly demo: Demo,
    private readonly language: string,
  ) {
    this.t = dictionaryFor(language);
    mkdirSync(folder, { recursive: true });
  }

  get pane() {
    return this.demo.pane;
  }

  get frame(): Frame {
    return this.demo.page.frames().find((each) => each.url().includes('taskpane.html'))!;
  }

  /** Presses the first button of that name. */
  async press(name: string | RegExp): Promise<void> {
    await this.pane.getByRole('button', { name, exact: true }).first().click();
  }

  async tab(name: string): Promise<void> {
    await this.pane.getByRole('tab', { name, exact: true }).click();
  }

  /** Waits until the pane has done what it was told to. */
  async idle(): Promise<void> {
    await this.pane.locator('button:not([aria-disabled=true])', { hasText: this.t.actions.fill }).waitFor();
    await this.demo.page.waitForTimeout(300);
  }

  /**
   * Looks at what is open now where it is most likely to go wrong: in Chinese at the normal width, light and dark, in
   * English (longer words) at the narrowest; and at twice the size.
   */
  async glance(name: string): Promise<void> {
    const { page } = this.demo;
    const frame = page.locator('iframe[title="任务窗格"]');
    await this.pane.locator('h2:visible').first().waitFor();
    const isEnglish = this.t.language === 'en';
    const width = isEnglish ? 320 : 350;
    await this.fits(name, width);
    await frame.screenshot({ path: this.file(name, String(width)) });
    await page.emulateMedia(isEnglish ? LOOKS.light : LOOKS.dark);
    await page.waitForTimeout(150);
    const found = await violations(this.frame);
    this.faults.push(...found.map((each) => `${this.language} ${name}: ${each}`));
    if (!isEnglish) await frame.screenshot({ path: this.file(name, '350-dark') });
    await page.emulateMedia(LOOKS.light);
    await this.fits(name, width / 2);
    await frame.screenshot({ path: this.file(name, '200-percent') });
    await page.addStyleTag({ content: '#pane { width: 351px !important }' });
  }

  /** Notes where the page is wider than its pane: at half the width it is as large as at 200 %. */
  private async fits(name: string, width: number): Promise<void> {
    await this.demo.page.addStyleTag({ content: `#pane { width: ${width + 1}px !important; flex: none }` });
    await this.demo.page.waitForTimeout(150);
    const wider = await this.frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) this.faults.push(`${this.language} ${name}: ${wider} px wider than ${width}`);
  }

  /** Looks at what is open now. */
  async look(name: string): Promise<void> {
    const { page } = this.demo;
    const frame = page.locator('iframe[title="任务窗格"]');
    await this.pane.locator('h2:visible').first().waitFor();
    for (const [look, media] of Object.entries(LOOKS)) {
      await page.emulateMedia(media);
      await page.waitForTimeout(200);
      const found = await violations(this.frame);
      this.faults.push(...found.map((each) => `${this.language} ${name} ${look}: ${each}`));
      if (look !== 'light') await frame.screenshot({ path: this.file(name, `350-${look}`) });
    }
    await page.emulateMedia(LOOKS.light);
    for (const width of WIDTHS) {
      await this.fits(name, width);
      await frame.screenshot({ path: this.file(name, String(width)) });
    }
    await page.addStyleTag({ content: '#pane { width: 351px !important }' });
  }

  private file(name: string, what: string): string {
    return path.join(folder, `${name}-${this.language}-${what}.png`);
  }
}
