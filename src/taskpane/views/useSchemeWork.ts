import { useState } from 'react';
import type { schemesWords } from '../../locales/pages/schemes';
import { failureText } from '../state/failureText';
import type { Run } from '../state/services';
import { usePane, useServices, useWords } from '../state/context';

type Words = (typeof schemesWords)['zhCN'];

/** What was done last on the page of schemes, and what can be done. */
export interface SchemeWork {
  readonly busy: boolean;
  /** What was done, in words; '' for nothing yet. */
  readonly said: string;
  readonly use: (id: string) => Promise<void>;
  readonly template: (id: string) => Promise<void>;
}

/** Runs one piece of work on the schemes at a time; the workbook is read again after it. */
export function useSchemeWork(words: Words): SchemeWork {
  const { schemes } = useServices();
  const t = useWords();
  const reading = usePane((state) => state.work !== null);
  const open = usePane((state) => state.open);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const run = async (call: (watch: Run) => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      const done = await call({ signal: new AbortController().signal, onProgress: () => undefined });
      await open();
      setSaid(done);
    } catch (error) {
      setSaid(words.failed(failureText(error, t)));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy: busy || reading,
    said,
    use: (id) => run((watch) => schemes.use(id, watch).then(() => words.used)),
    template: (id) => run((watch) => schemes.template(id, watch).then(words.added)),
  };
}
