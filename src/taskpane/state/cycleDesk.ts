import { createContext, useContext } from 'react';
import type { CycleDesk } from '../../cycle/desk';

/** Loads what the half-year's work needs: reading and writing of files, and the scheme. */
export type LoadCycleDesk = () => Promise<CycleDesk>;

/** Handed in where the pane is put together; without it the pages of the half-year cannot do anything. */
export const CycleDeskContext = createContext<LoadCycleDesk | null>(null);

/** The way to the half-year's work. */
export function useCycleDesk(): LoadCycleDesk {
  const load = useContext(CycleDeskContext);
  if (!load) throw new Error('a page of the half-year stands outside CycleDeskContext');
  return load;
}
