import type { Frame } from 'playwright-core';
import type { Demo } from './demo';

/** What has the focus, as a screen reader would name it. */
export interface Focused {
  /** The pane has the focus, not the page around it. */
  readonly inPane: boolean;
  readonly role: string;
  readonly name: string;
}

/** Works the demo with the keyboard alone; nothing is clicked, and no focus is set from outside. */
export class Keyboard {
  constructor(private readonly demo: Demo) {}

  private get frame(): Frame {
    return this.demo.page.frames().find((each) => each.url().includes('taskpane.html'))!;
  }

  async focused(): Promise<Focused> {
    const outer = await this.demo.page.evaluate(() => document.activeElement?.tagName ?? '');
    const inPane = outer === 'IFRAME';
    const said = await (inPane ? this.frame : this.demo.page.mainFrame()).evaluate(() => {
      const element = document.activeElement;
      const label = (node: Element | null): string => {
        if (!node) return '';
        const ids = node.getAttribute('aria-labelledby')?.split(' ') ?? [];
        const named = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        const own = 'labels' in node ? [...((node as HTMLInputElement).labels ?? [])] : [];
        const labels = own.map((each) => each.textContent ?? '').join(' ');
        return node.getAttribute('aria-label') || named || labels || (node.textContent ?? '');
      };
      const role = element?.getAttribute('role') ?? element?.getAttribute('type') ?? element?.tagName ?? '';
      return { role, name: label(element).trim() };
    });
    return { inPane, ...said };
  }

  /** Presses Tab (or another key) until the focus is on something of that name; throws after `most` presses. */
  async to(name: string | RegExp, key = 'Tab', most = 120): Promise<Focused> {
    const passed: string[] = [];
    for (let press = 0; press < most; press += 1) {
      const now = await this.focused();
      const found = now.inPane && (typeof name === 'string' ? now.name === name : name.test(now.name));
      if (found) return now;
      passed.push(`${now.inPane ? '' : '(page) '}${now.role} ${now.name.slice(0, 30)}`);
      await this.demo.page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach ${String(name)}:\n${passed.join('\n')}`);
  }

  async press(key: string): Promise<void> {
    await this.demo.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.demo.page.keyboard.type(text);
  }

  /** Leaves the pane for the sheet. The pane asks the page for it by a message, which takes its time on a busy machine. */
  async leave(): Promise<void> {
    await this.press('Escape');
    await this.demo.page.waitForFunction(() => document.activeElement?.tagName !== 'IFRAME');
  }

  /** Goes to a button and presses it. */
  async push(name: string | RegExp, key = 'Tab'): Promise<void> {
    await this.to(name, key);
    await this.press('Enter');
  }
}
