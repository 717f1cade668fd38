/** How far a key moves the selection. */
export interface Move {
  readonly rows: number;
  readonly columns: number;
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
  PageUp: { rows: -20, columns: 0 },
  PageDown: { rows: 20, columns: 0 },
  Enter: { rows: 1, columns: 0 },
  Tab: { rows: 0, columns: 1 },
};

/** The move of a key, backwards with Shift for Enter and Tab; `null` for any other key. */
export function step(event: { readonly key: string; readonly shiftKey: boolean }): Move | null {
  const move = MOVES[event.key];
  if (!move) return null;
  const back = event.shiftKey && (event.key === 'Enter' || event.key === 'Tab');
  return back ? { rows: 0 - move.rows, columns: 0 - move.columns } : move;
}
