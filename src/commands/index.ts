/** What the ribbon can ask for; the pane's store gives it, so that pane and ribbon go the same way. */
export interface RibbonDeck {
  fill(): Promise<void>;
  check(): Promise<void>;
  removeMarks(): Promise<void>;
  /** Opens the pane, where the result stands; `false` where the host cannot. */
  showPane(): Promise<boolean>;
}

/** What a ribbon button starts; the host waits until `done` is called. */
export type RibbonHandler = (done: () => void) => void;

async function answer(deck: RibbonDeck, command: () => Promise<void>, done: () => void): Promise<void> {
  try {
    // A pane that cannot be shown is no reason to leave the work undone; what the work met stands in the pane.
    await Promise.allSettled([deck.showPane(), command()]);
  } finally {
    done();
  }
}

/** The handlers of the ribbon's buttons, by the function names of manifest.xml. */
export function ribbonHandlers(deck: RibbonDeck): Readonly<Record<string, RibbonHandler>> {
  return {
    fillSummary: (done) => void answer(deck, () => deck.fill(), done),
    checkBeforeSubmit: (done) => void answer(deck, () => deck.check(), done),
    removeMarks: (done) => void answer(deck, () => deck.removeMarks(), done),
  };
}
