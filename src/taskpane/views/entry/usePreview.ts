import { useEffect, useState } from 'react';
import type { EntryPreview, VisitEntry } from '../../../app/entry/desk';
import { failureOf, isCancelled } from '../../state/failure';
import { usePane, useServices } from '../../state/context';

/** What is known of the visit that is being filled in. */
export type PreviewState =
  | { readonly kind: 'incomplete' | 'computing' }
  | { readonly kind: 'ready'; readonly preview: EntryPreview }
  | { readonly kind: 'failed'; readonly message: string | null };

/** Nobody notices so short a wait, and a word is typed within it. */
const PAUSE_MS = 120;

/** Computes what the entry would do, again after each change of it; `key` says when it is another one. */
export function usePreview(entry: VisitEntry | null): PreviewState {
  const { entry: desk } = useServices();
  const evaluation = usePane((state) => state.evaluation);
  const key = entry && JSON.stringify(entry);
  const [known, setKnown] = useState<{ key: string; of: unknown; state: PreviewState } | null>(null);
  useEffect(() => {
    if (key === null || !evaluation) return undefined;
    const controller = new AbortController();
    const tell = (state: PreviewState) => {
      if (!controller.signal.aborted) setKnown({ key, of: evaluation, state });
    };
    const timer = setTimeout(() => {
      desk.preview(evaluation, JSON.parse(key) as VisitEntry, controller.signal).then(
        (preview) => tell({ kind: 'ready', preview }),
        (error: unknown) => {
          if (!isCancelled(error)) tell({ kind: 'failed', message: failureOf(error).message });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [desk, evaluation, key]);
  if (key === null) return { kind: 'incomplete' };
  return known?.key === key && known.of === evaluation ? known.state : { kind: 'computing' };
}
