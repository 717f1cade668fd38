import { useEffect, useLayoutEffect, useRef } from 'react';
import { isSamePage, type View } from './view';

/** Room that the tabs take at the top while the page is scrolled, in pixels. */
const TABS_HEIGHT = 36;

/** A new page begins at its top; the results come back where they were left. */
export function usePlace(view: View) {
  const main = useRef<HTMLElement>(null);
  const left = useRef(0);
  const before = useRef(view);
  useLayoutEffect(() => {
    // It is not scrolled for newer figures.
    if (isSamePage(before.current, view)) return;
    const returning = view.name === 'results';
    before.current = view;
    const top = (main.current?.offsetTop ?? 0) - TABS_HEIGHT;
    const wanted = returning ? left.current : Math.min(window.scrollY, Math.max(0, top));
    document.scrollingElement?.scrollTo?.({ top: wanted });
  }, [view]);
  useEffect(() => {
    const remember = () => {
      if (before.current.name === 'results') left.current = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);
  return main;
}
