import { useCallback, useRef, useState } from 'react';
import type { ChosenFile, CycleDesk, Made } from '../../../cycle/desk';
import { useWords } from '../../state/context';
import { useCycleDesk } from '../../state/cycleDesk';
import { failureText } from '../../state/failureText';

/** How a piece of work stands. */
export type WorkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'made'; readonly made: Made; readonly head?: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

type Work = (
  desk: CycleDesk,
  watch: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => Promise<Made>;

/**
 * Runs one piece of work at a time, saves what was made under `name`, and can be cancelled. `headOf` says in a line what came of
 * it; left out, that a file was made or not.
 */
export function useCycleWork() {
  const load = useCycleDesk();
  const t = useWords();
  const [state, setState] = useState<WorkState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const run = async (name: string, work: Work, headOf?: (made: Made) => string): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'working', share: 0 });
    try {
      const onProgress = (share: number) => setState({ kind: 'working', share });
      const made = await work(await load(), { signal: controller.signal, onProgress });
      controller.signal.throwIfAborted();
      if (made.bytes) save(name, made.bytes);
      setState({ kind: 'made', made, ...(headOf ? { head: headOf(made) } : {}) });
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'cancelled' });
      else setState({ kind: 'failed', message: failureText(error, t) });
    }
  };
  const forget = useCallback(() => setState((old) => (old.kind === 'working' ? old : { kind: 'idle' })), []);
  return {
    state,
    run,
    /** Takes a choice of files, and back what was said of those that were chosen before. */
    choosing: (take: (files: readonly File[]) => void) => (files: readonly File[]) => {
      forget();
      take(files);
    },
    cancel: () => running.current?.abort(),
    /** Takes back what it says of the last piece of work. */
    forget,
  };
}

/** Hands bytes to the browser as a file of that name. */
function save(name: string, bytes: Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A chosen file that has gone or changed since, which browsers do not read. */
class FileGone extends Error {
  override readonly name = 'FileGone';
}

/** The bytes of files that were chosen. Throws FileGone, with what to do. */
export async function chosen(files: readonly File[]): Promise<ChosenFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileGone(`“${file.name}”在选定以后被改动、移走或改名了。请重新选择这个文件再试。`);
  }
}
