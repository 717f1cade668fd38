import { byId, element } from '../dom';
import { servedFrom } from '../pane';
import type { Ribbon, RibbonAction, RibbonButton } from './manifest';

function drawButton(button: RibbonButton, run: (id: string, action: RibbonAction) => void): HTMLElement {
  const drawn = element('button', { class: 'ribbon-button', title: button.tip, 'data-control': button.id });
  drawn.append(
    element('img', { src: servedFrom(button.icon), alt: '', width: 32, height: 32 }),
    element('span', {}, button.label),
  );
  drawn.addEventListener('click', () => run(button.id, button.action));
  return drawn;
}

/** Draws the add-in's tab. `run` gets the control's id and what the manifest says it does. */
export function drawRibbon(ribbon: Ribbon, run: (id: string, action: RibbonAction) => void): void {
  byId('ribbon-tab').textContent = ribbon.tab;
  const groups = ribbon.groups.map((group) => {
    const drawn = element('div', { class: 'ribbon-group', role: 'group', 'aria-label': group.label });
    const buttons = element('div', { class: 'ribbon-buttons' });
    buttons.append(...group.buttons.map((button) => drawButton(button, run)));
    drawn.append(buttons, element('div', { class: 'ribbon-label' }, group.label));
    return drawn;
  });
  byId('ribbon').replaceChildren(...groups);
}
