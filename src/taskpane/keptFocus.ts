/** What the keyboard can reach, in the order in which office.js goes through it. */
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Gives the focus a place again where the element that had it is gone, hidden or disabled. office.js takes the Tab key,
 * and from nowhere it leads out of the pane: whoever works with the keyboard would be thrown out in the middle of the
 * work. Who comes in before anything is there to be focused gets the first thing once it is. Never takes the focus from
 * anything, nor brings it back into the pane. Returns what stops it.
 */
export function keepFocus(document: Document): () => void {
  let last: HTMLElement | null = null;
  // Where the focus was before it came to what stands there for a while only.
  let before: HTMLElement | null = null;
  let group: Element | null = null;
  let at = 0;
  let lost = false;
  // The pane has the focus, nothing in it has, and nobody pointed at it.
  let waiting = document.hasFocus();
  let pointed = false;
  const leave = () => {
    if (last && !isPassing(last)) before = last;
  };
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    lost = waiting = false;
    leave();
    last = target;
    group = target.closest('form, section, ul, table, header') ?? null;
    at = group ? reachedIn(group).indexOf(target) : 0;
  };
  const forget = ({ type }: Event) => {
    lost = waiting = false;
    pointed = type === 'pointerdown';
    leave();
    last = null;
  };
  const comeIn = () => {
    waiting = !pointed;
    mend();
  };
  const mend = () => {
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    if (waiting) reachedIn(document.body)[0]?.focus();
    if (!last) return;
    if (canReach(last)) {
      if (lost) last.focus();
      return;
    }
    lost = true;
    if (last.isConnected && last.matches(':disabled')) return;
    const back = isPassing(last) && before && canReach(before) ? before : null;
    (back ?? nextPlace(document, group, at))?.focus();
  };
  const observer = new MutationObserver(mend);
  const seen = { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'disabled'] };
  observer.observe(document.body, seen);
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  document.defaultView?.addEventListener('blur', forget);
  document.defaultView?.addEventListener('focus', comeIn);
  mend();
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
    document.defaultView?.removeEventListener('blur', forget);
    document.defaultView?.removeEventListener('focus', comeIn);
  };
}

/** Stands there while something is done, as 取消 does, and nothing takes its place: the focus goes back to where it came from. */
function isPassing(element: HTMLElement): boolean {
  return element.closest('[data-work]') !== null;
}

/** Whether the keyboard can reach it. */
export function canReach(element: HTMLElement): boolean {
  return (
    element.isConnected && !element.closest('[hidden]') && !element.matches(':disabled, [tabindex="-1"]')
  );
}

function reachedIn(place: ParentNode): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(REACHED)].filter(canReach);
}

/** What stands where the lost element stood, else the first thing on the page; `null` while there is nothing yet. */
function nextPlace(document: Document, group: Element | null, at: number): HTMLElement | null {
  const near = group?.isConnected && !group.closest('[hidden]') ? reachedIn(group) : [];
  const page = document.querySelector('main');
  return near[Math.min(at, near.length - 1)] ?? (page ? (reachedIn(page)[0] ?? null) : null);
}
