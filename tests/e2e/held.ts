declare global {
  interface Window {
    /** Set: what the pane asks of its host waits until `letAnswersGo`. */
    answersHeld?: boolean;
    waitingMessages?: MessageEvent[];
  }
}

/** Runs in the page before anything else: lets the pane's requests wait while `answersHeld`, as a slow Excel does. */
export function holdAnswers(): void {
  if (window.top !== window) return;
  const waiting = (window.waitingMessages = [] as MessageEvent[]);
  window.addEventListener('message', (event) => {
    if (!window.answersHeld) return;
    event.stopImmediatePropagation();
    waiting.push(event);
  });
}

/** Runs in the page: what has waited comes now. */
export function letAnswersGo(): void {
  window.answersHeld = false;
  for (const { data, origin, source } of window.waitingMessages!.splice(0))
    window.dispatchEvent(new MessageEvent('message', { data: data as unknown, origin, source }));
}
