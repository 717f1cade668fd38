import { useCallback, useRef, useState } from 'react';
import type { ChosenFile, CycleDesk, Made } from '../../../cycle/desk';
import { useCycleDesk } from '../../state/cycleDesk';

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
      else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    state,
    run,
    cancel: () => running.current?.abort(),
    /** Takes back what it says of the last piece of work. */
    forget: useCallback(() => setState({ kind: 'idle' }), []),
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

/** The bytes of files that were chosen. */
export async function chosen(files: readonly File[]): Promise<ChosenFile[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
