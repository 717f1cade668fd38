import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { dictionaryFor, wordsFor, type Dictionary, type Languages } from '../../../src/locales';
import { toolsWords } from '../../../src/locales/pages/tools';
import { violations, type Wanted } from '../axe';
import type { Demo } from '../demo';
import { painted, rested } from '../rested';
import { cutTexts } from './cutText';
import { motions } from './motions';

const folder = path.resolve(__dirname, '../../../screenshots/views');

/** What Excel's users look at a pane with; the third is the operating system's own high contrast. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Widths in pixels; half a width is that width at 200 %. The usual one is the last, and stays. */
const WIDTHS = [160, 320, 600, 350] as const;
const USUAL = 350;
/** Where texts have the least room. */
const NARROW = [160, 320, USUAL] as const;
const NARROWEST = [160, USUAL] as const;

/** All themes in both languages, and a picture of everything (docs/testing.md). */
const isFull = process.env['VIEWS'] === 'full';

/** A walk through the views of a demo in one language: each stop is looked at in all themes and widths. */
export class Tour {
  readonly t: Dictionary;
  /** What axe found and what could not be read whole, as readable lines. */
  readonly faults: string[] = [];

  constructor(
    private readonly demo: Demo,
    readonly language: string,
  ) {
    this.t = dictionaryFor(language);
    mkdirSync(folder, { recursive: true });
  }

  get pane() {
    return this.demo.pane;
  }

  get page() {
    return this.demo.page;
  }

  get frame(): Frame {
    return this.page.frames().find((each) => each.url().includes('taskpane.html'))!;
  }

  /** The words of a page in the language of the walk. */
  words<Words>(languages: Languages<Words>): Words {
    return wordsFor(languages, this.language);
  }

  /** Presses the first button of that name. */
  async press(name: string | RegExp): Promise<void> {
    await this.pane.getByRole('button', { name, exact: true }).first().click();
  }

  async tab(name: keyof Dictionary['tabs']): Promise<void> {
    await this.pane.getByRole('tab', { name: this.t.tabs[name], exact: true }).click();
    await this.opened();
  }

  /** Opens what stands under 更多. */
  async tool(name: Exclude<keyof (typeof toolsWords)['zhCN'], 'title'>): Promise<void> {
    await this.tab('tools');
    await this.press(this.words(toolsWords)[name].title);
    await this.opened();
    await this.idle();
  }

  /** Waits for a page that is loaded when it is first opened: until then there is nothing to look at. */
  private async opened(): Promise<void> {
    await this.pane.locator('#pane-page h2:visible').first().waitFor();
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.pane.getByRole('heading', { name }).first().waitFor();
  }

  /** Waits until the pane has done what it was told to. */
  async idle(): Promise<void> {
    await this.pane.locator('button:not([aria-disabled=true])', { hasText: this.t.actions.fill }).waitFor();
  }

  async says(text: string | RegExp): Promise<void> {
    await this.pane.getByRole('status').filter({ hasText: text }).waitFor();
    await this.idle();
  }

  /** Types into a cell of the grid, as the user does. */
  async type(sheet: string, cell: string, text: string): Promise<void> {
    await this.page.getByRole('tab', { name: sheet, exact: true }).click();
    const box = this.page.getByLabel('名称框');
    await box.fill(cell);
    await box.press('Enter');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Looks at what is open now: at each width whether all can be read, whether less motion is kept to, and in each theme
   * what axe finds.
   */
  async look(name: string): Promise<void> {
    for (const width of isFull ? WIDTHS : this.isMain ? NARROW : NARROWEST) {
      await this.widen(width);
      for (const cut of await this.frame.evaluate(cutTexts, width < WIDTHS[1])) this.note(name, width, cut);
      if (isFull && width !== USUAL) await this.picture(name, String(width));
    }
    for (const moving of await this.frame.evaluate(motions)) this.note(name, 'less motion', moving);
    for (const [look, media] of Object.entries(LOOKS)) {
      const wanted = this.wanted(look);
      if (wanted === null) continue;
      if (look !== 'light') {
        await this.page.emulateMedia(media);
        await rested(this.frame);
      }
      for (const found of await violations(this.frame, wanted)) this.note(name, look, found);
      if (look === 'light') await this.picture(name, String(USUAL));
      else if (isFull) await this.picture(name, `${USUAL}-${look}`);
    }
    await this.page.emulateMedia(LOOKS.light);
  }

  /**
   * Colours, names and roles come from the same code in both languages, and sizes are the same in all themes: the short form
   * asks once. What may differ in English is the room that texts take.
   */
  private wanted(look: string): Wanted | null {
    if (isFull) return 'all';
    if (!this.isMain) return null;
    if (look === 'light') return 'all';
    return look === 'dark' ? 'colours' : null;
  }

  /** The language in which the short form looks at everything. */
  private get isMain(): boolean {
    return this.language === 'zh-CN';
  }

  private note(name: string, where: string | number, fault: string): void {
    this.faults.push(`${this.language} ${name} ${where}: ${fault}`);
  }

  private async widen(width: number): Promise<void> {
    await this.page.evaluate((pixels) => {
      const { style } = document.getElementById('pane')!;
      style.setProperty('width', `${pixels + 1}px`, 'important');
      style.setProperty('flex', 'none');
    }, width);
    await painted(this.frame);
  }

  private async picture(name: string, what: string): Promise<void> {
    const box = (await this.page.locator('iframe[title="任务窗格"]').boundingBox())!;
    const file = path.join(folder, `${name}-${this.language}-${what}.png`);
    await this.page.screenshot({ path: file, clip: box });
  }
}
