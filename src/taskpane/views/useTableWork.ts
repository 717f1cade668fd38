import { useCallback, useEffect, useState } from 'react';
import type { Signature } from '../../app/scheme/rulesDesk';
import type { TableLook } from '../../app/schemesDesk';
import type { tableWords } from '../../locales/pages/table';
import { usePane, useServices, useWords } from '../state/context';
import { failureText } from '../state/failureText';
import type { Run } from '../state/services';

type Words = (typeof tableWords)['zhCN'];

/** What a scheme over a table has found, and what can be done with it. */
export interface TableWork {
  readonly look: TableLook | null;
  readonly busy: boolean;
  /** What was done last, or what kept it from being done; '' for nothing yet. */
  readonly said: string;
  readonly compute: () => void;
  readonly fill: () => void;
  readonly writeRules: () => void;
  readonly takeRulesOver: (signature: Signature) => void;
  readonly giveRulesUp: () => void;
}

/** Computes a scheme over a table when its page is opened, and again after everything that is done there. */
export function useTableWork(id: string, words: Words): TableWork {
  const { schemes } = useServices();
  const t = useWords();
  const reading = usePane((state) => state.work !== null);
  const open = usePane((state) => state.open);
  const [look, setLook] = useState<TableLook | null>(null);
  const [busy, setBusy] = useState(true);
  const [said, setSaid] = useState('');
  const run = useCallback(
    async (call: (watch: Run) => Promise<string>): Promise<void> => {
      const watch = { signal: new AbortController().signal, onProgress: () => undefined };
      setBusy(true);
      try {
        const done = await call(watch);
        setLook(await schemes.look(id, watch));
        setSaid(done);
      } catch (error) {
        setSaid(words.failed(failureText(error, t)));
      } finally {
        setBusy(false);
      }
    },
    [schemes, id, words, t],
  );
  useEffect(() => {
    let isGone = false;
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    schemes
      .look(id, watch)
      .then(
        (found) => isGone || setLook(found),
        (error: unknown) => isGone || setSaid(words.failed(failureText(error, t))),
      )
      .finally(() => isGone || setBusy(false));
    return () => void (isGone = true);
  }, [schemes, id, words, t]);
  const written = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : words.written(names.join('、'));
  return {
    look,
    busy: busy || reading,
    said,
    compute: () => void run(() => Promise.resolve(words.computed)),
    fill: () =>
      void run(async () => {
        const { added } = await schemes.fill(id);
        // The workbook remembers its scheme from then on.
        await open();
        return written(added);
      }),
    writeRules: () => void run(async () => words.rulesWritten(await schemes.writeRules(id))),
    takeRulesOver: (signature) =>
      void run((watch) => schemes.takeRulesOver(id, signature, watch).then(() => words.takenOver)),
    giveRulesUp: () => void run(() => schemes.giveRulesUp(id).then(() => words.givenUp)),
  };
}
