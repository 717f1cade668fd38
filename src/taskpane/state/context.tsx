import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { dictionaryFor, wordsFor, type Dictionary, type Languages } from '../../locales';
import type { PaneServices, Surroundings } from './services';
import type { PaneState, PaneStore } from './paneState';

interface Pane {
  readonly store: PaneStore;
  readonly services: PaneServices;
  readonly surroundings: Surroundings;
  readonly t: Dictionary;
}

const PaneContext = createContext<Pane | null>(null);

export interface PaneProviderProps {
  readonly store: PaneStore;
  readonly services: PaneServices;
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** Hands store, services and words to every view below. */
export function PaneProvider({ children, ...pane }: PaneProviderProps) {
  const t = dictionaryFor(pane.surroundings.language);
  return <PaneContext value={{ ...pane, t }}>{children}</PaneContext>;
}

function usePaneContext(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('a view of the pane stands outside PaneProvider');
  return pane;
}

/** A part of the pane's state; the view renders again when that part changes. */
export function usePane<Part>(select: (state: PaneState) => Part): Part {
  return useStore(usePaneContext().store, select);
}

/** The words of the display language. */
export function useWords(): Dictionary {
  return usePaneContext().t;
}

/** The words of a page that is loaded when it is asked for, and its words with it. */
export function useWordsOf<Words>(languages: Languages<Words>): Words {
  return wordsFor(languages, usePaneContext().surroundings.language);
}

/** The pane's state as it is when it is asked for; the view does not follow it. */
export function usePaneNow(): () => PaneState {
  return usePaneContext().store.getState;
}

/** The pure services (explanation, preview of a ruling); what takes time goes through the store. */
export function useServices(): PaneServices {
  return usePaneContext().services;
}

export function useSurroundings(): Surroundings {
  return usePaneContext().surroundings;
}
