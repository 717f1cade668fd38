import { step, type Move } from './keys';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The input that lies over a cell while it is edited. */
export interface Editor {
  isOpen(): boolean;
  open(text: string, box: Box): void;
  /** Takes over what was typed, as a click elsewhere does. */
  close(): void;
}

/** `commit` gets the text and where to go next (`null`: stay). Escape leaves the cell as it was. */
export function editor(input: HTMLInputElement, commit: (text: string, move: Move | null) => void): Editor {
  const finish = (move: Move | null): void => {
    if (input.hidden) return;
    input.hidden = true;
    commit(input.value, move);
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      input.hidden = true;
      input.parentElement?.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      finish(step(event));
    } else return;
    event.preventDefault();
  });
  return {
    isOpen: () => !input.hidden,
    open: (text, box) => {
      for (const [side, size] of Object.entries(box)) input.style.setProperty(side, `${size}px`);
      input.value = text;
      input.hidden = false;
      input.focus({ preventScroll: true });
    },
    close: () => finish(null),
  };
}
