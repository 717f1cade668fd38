/** What the ribbon can ask for; the pane's store gives it, so that pane and ribbon go the same way. */
export interface RibbonDeck {
  fill(): Promise<void>;
  check(): Promise<void>;
  /** Opens the pane, where the result stands; does nothing where the host cannot. */
  showPane(): Promise<void>;
}

/** The host's event of a ribbon button; it waits until `completed` is called. */
export interface RibbonEvent {
  completed(): void;
}

/** Ties a handler to the name it has in manifest.xml. */
export type Associate = (action: string, handler: (event: RibbonEvent) => void) => void;

async function answer(event: RibbonEvent, deck: RibbonDeck, command: () => Promise<void>): Promise<void> {
  try {
    // A pane that cannot be shown is no reason to leave the work undone; what the work met stands in the pane.
    await Promise.allSettled([deck.showPane(), command()]);
  } finally {
    event.completed();
  }
}

/** Makes the ribbon's buttons work: 填写汇总表 and 提交前校验. Call it once, when the host is ready. */
export function registerCommands(associate: Associate, deck: RibbonDeck): void {
  associate('fillSummary', (event) => void answer(event, deck, () => deck.fill()));
  associate('checkBeforeSubmit', (event) => void answer(event, deck, () => deck.check()));
}
