import { XdmHost, type HostEndpoint } from '..';
import { byId, element } from './dom';

/** Notices of office.js by which the keyboard leaves the pane: Tab, Shift+Tab, Esc. */
const LEAVING = new Set([13, 14, 15]);

/** The same path on a server, this one's own: the manifest's addresses name the port that its add-in is usually served from. */
export function servedFrom(address: string, origin = location.origin): string {
  const { pathname, search } = new URL(address, location.href);
  return `${origin}${pathname}${search}`;
}

/** The side panel with the task pane's frame. */
export interface PanePanel {
  show(): void;
  /** Presses a ribbon button that runs a function of the add-in. */
  run(functionName: string, controlId: string): Promise<void>;
}

export interface PaneOptions {
  readonly endpoint: HostEndpoint;
  readonly appName: string;
  /** Where the manifest says that the pane's page is. */
  readonly address: string;
  /** Where that page is served from; only the port may be another than this page's (office.js compares host names). */
  readonly origin: string;
  /** BCP 47 tag of the display language that the host tells the add-in. */
  readonly locale: string;
  /** The version of ExcelApi that the host says it has; `null` for its usual one. */
  readonly excelApi: string | null;
  /** Called when the keyboard leaves the pane. */
  readonly onLeave: () => void;
}

/**
 * Opens the task pane beside the grid. Its frame runs the unmodified office.js, which finds in the frame's name whom
 * it talks to, so the name must be set before the address.
 */
export function openPane(options: PaneOptions): PanePanel {
  const { endpoint, appName, address, origin, locale, excelApi, onLeave } = options;
  const panel = byId('pane');
  const frame = element('iframe', { title: '任务窗格' });
  const host = new XdmHost(
    {
      endpoint,
      hostOrigin: location.origin,
      locale,
      ...(excelApi === null ? {} : { sets: { ExcelApi: excelApi } }),
      conversationId: crypto.randomUUID(),
      documentUrl: `${location.origin}/${encodeURIComponent(endpoint.workbook.name)}`,
      onNotify: (action) => {
        if (LEAVING.has(action)) onLeave();
      },
    },
    (text) => frame.contentWindow?.postMessage(text, origin),
  );
  window.addEventListener('message', (event) => {
    if (event.source === frame.contentWindow) host.receive(event.data);
  });
  byId('pane-name').textContent = appName;
  byId('pane-close').addEventListener('click', () => {
    panel.hidden = true;
    onLeave();
  });
  // As in Excel, F6 goes from the sheet to the pane; how the keyboard comes back, office.js says.
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || panel.hidden) return;
    event.preventDefault();
    frame.focus();
    host.keyboardComesIn();
  });
  frame.name = host.frameName;
  frame.src = servedFrom(address, origin);
  panel.append(frame);
  return {
    show: () => {
      panel.hidden = false;
      frame.focus();
    },
    run: (functionName, controlId) => host.invokeCommand(functionName, controlId),
  };
}
