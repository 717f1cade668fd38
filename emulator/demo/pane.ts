import { byId, element } from './dom';

/** The same path on this server: the manifest's addresses name the port that its add-in is usually served from. */
export function sameOrigin(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return `${location.origin}${pathname}${search}`;
}

/** The side panel with the task pane's frame. */
export interface PanePanel {
  show(): void;
  readonly frame: HTMLIFrameElement;
}

/**
 * Makes the frame, whose name carries what office.js wants to know of its host; it must be set before the address.
 * @param frameName  JSON text, see the bridge
 */
export function panePanel(appName: string, address: string, frameName: string): PanePanel {
  const panel = byId('pane');
  const frame = element('iframe', { title: '任务窗格', name: frameName });
  byId('pane-name').textContent = appName;
  byId('pane-close').addEventListener('click', () => {
    panel.hidden = true;
  });
  frame.src = sameOrigin(address);
  panel.append(frame);
  return {
    frame,
    show: () => {
      panel.hidden = false;
      frame.focus();
    },
  };
}
