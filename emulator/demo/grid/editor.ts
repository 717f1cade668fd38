import { step, type Move } from './keys';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface EditorOptions {
  /** Where the selected cell is. */
  readonly box: () => Box;
  /** Takes the text and where to go next (`null`: stay). */
  readonly commit: (text: string, move: Move | null) => void;
  /** A key while nothing is edited. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The input that lies over the selected cell, unseen until something is typed. */
export interface Editor {
  /** Gives it the keyboard. */
  focus(): void;
  /** Begins to edit this text. */
  open(text: string): void;
  /** Takes over what was typed, as a click elsewhere does. */
  close(): void;
}

/**
 * The input has the keyboard all the time, also while nothing is edited: an input method for Chinese needs a field to
 * compose in from the first letter on. Escape leaves the cell as it was.
 */
export function editor(input: HTMLInputElement, { box, commit, onKey }: EditorOptions): Editor {
  const isOpen = (): boolean => input.classList.contains('open');
  const place = (): void => {
    for (const [side, size] of Object.entries(box())) input.style.setProperty(side, `${size}px`);
  };
  const reveal = (): void => {
    place();
    input.classList.add('open');
  };
  const leave = (): string => {
    const text = input.value;
    input.value = '';
    input.classList.remove('open');
    return text;
  };
  const finish = (move: Move | null): void => {
    if (isOpen()) commit(leave(), move);
  };
  const whileOpen = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' || event.key === 'Tab') finish(step(event));
    else return;
    event.preventDefault();
  };
  input.addEventListener('input', reveal);
  input.addEventListener('compositionstart', reveal);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (isOpen()) whileOpen(event);
    else onKey(event);
  });
  input.addEventListener('blur', () => finish(null));
  return {
    focus: () => {
      place();
      input.focus({ preventScroll: true });
    },
    open: (text) => {
      input.value = text;
      reveal();
      input.focus({ preventScroll: true });
    },
    close: () => finish(null),
  };
}
