import type { RulingValue, Scheme } from '../model';
import { resting, type WorkbookHost } from '../workbook/host';
import type { Memory } from '../workbook/memory';
import type { Snapshot } from '../workbook/snapshot';
import { withSheetAnswer } from './answering';
import { rememberedAnswers, withAnswers } from './answers';
import type { Evaluation } from './evaluation';
import { memoryChange } from './fill';
import { memoryOf } from './remembered';
import { standingOf } from './scheme/standing';
import type { SheetAnswer } from './sheetChoices';

/** What a workbook is made to remember of how it is to be read and scored. Calls reject as those of a session do. */
export function createSettings(host: WorkbookHost, scheme: Scheme) {
  async function remember(change: (memory: Memory, snapshot: Snapshot) => Memory): Promise<void> {
    const snapshot = await host.read();
    const memory = memoryOf(snapshot);
    const changes = memoryChange(memory, change(memory, snapshot));
    if (changes.length > 0) await host.write(changes, resting(snapshot));
  }

  const rememberOf = (sheet: string, answer: SheetAnswer | null): Promise<void> =>
    remember((memory, snapshot) => {
      const { scheme: own } = standingOf(snapshot, scheme, memory);
      const answers = rememberedAnswers(memory, own);
      return withAnswers(memory, withSheetAnswer(snapshot, own, answers, sheet, answer));
    });

  return {
    rememberedPeriod: (evaluation: Evaluation) => memoryOf(evaluation.snapshot).period,
    setPeriod: (period: string | null) => remember((memory) => ({ ...memory, period })),
    setRulings: (change: Readonly<Record<string, RulingValue>>) =>
      remember((memory) => ({ ...memory, rulings: { ...memory.rulings, ...change } })),
    /** Remembers what somebody said of a sheet, in place of what was said of it before. */
    answer: (answer: SheetAnswer) => rememberOf(answer.sheet, answer),
    /** Forgets what was said of a sheet; it is recognised by its header again. */
    forget: (sheet: string) => rememberOf(sheet, null),
  };
}
