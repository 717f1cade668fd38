import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { dictionaryFor, type Dictionary } from '../../locales';
import type { PaneServices, Surroundings } from './services';
import type { PaneState, PaneStore } from './store';

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

/** The pure services (explanation, preview of a ruling); what takes time goes through the store. */
export function useServices(): PaneServices {
  return usePaneContext().services;
}

export function useSurroundings(): Surroundings {
  return usePaneContext().surroundings;
}
