import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { canReach } from '../keptFocus';
import { isSamePage, TABS, type Tab, type View } from './view';

/** A control that has led to another page, so that it is known again where its page is drawn anew. */
interface Control {
  readonly element: HTMLElement;
  /** Which of those of that name on its page, 0-based. */
  readonly at: number;
}

/**
 * Whoever goes back from a page to the tab that it stands behind finds the focus on the control that has led there. What
 * opens a page from there again does not count, unless it stays in sight, as what stands in the head does.
 */
export function useWayBack(view: View): void {
  const focused = useFocused();
  const before = useRef(view);
  const tab = useRef<Tab | null>(tabOf(view));
  const led = useRef<Control | null>(null);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = view;
    if (isSamePage(from, view)) return;
    const last = focused.current;
    const to = tabOf(view);
    if (to === null) {
      if (tabOf(from) !== null || last?.isConnected) led.current = last && controlOf(last);
      return;
    }
    // Somebody who pressed a tab, or works elsewhere, has the focus where it belongs.
    const isLost = last?.isConnected === false && document.activeElement === document.body;
    if (to === tab.current && isLost && document.hasFocus() && led.current) again(led.current)?.focus();
    tab.current = to;
    led.current = null;
  }, [view, focused]);
}

function tabOf({ name }: View): Tab | null {
  return TABS.find((each) => each === name) ?? null;
}

/** What had the focus last; nothing once somebody has pointed elsewhere or left the pane. */
function useFocused(): RefObject<HTMLElement | null> {
  const focused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement ? target : null;
    };
    const forget = () => {
      focused.current = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    window.addEventListener('blur', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
      window.removeEventListener('blur', forget);
    };
  }, []);
  return focused;
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent ?? '';
}

/** Its page may be gone from the document already, yet is whole. */
function controlOf(element: HTMLElement): Control {
  const page = element.closest('main') ?? (element.getRootNode() as ParentNode);
  return { element, at: namesakes(page, element).indexOf(element) };
}

function namesakes(page: ParentNode, element: HTMLElement): HTMLElement[] {
  const alike = [...page.querySelectorAll<HTMLElement>(element.tagName)];
  return alike.filter((each) => nameOf(each) === nameOf(element));
}

/** The control where it can be reached again, else what stands for it now. */
function again({ element, at }: Control): HTMLElement | undefined {
  if (canReach(element)) return element;
  const page = document.querySelector('main');
  return page ? namesakes(page, element).filter(canReach)[at] : undefined;
}
