import type { EventEntry, HostEndpoint } from '../executor';
import {
  DispatchId,
  eventMessage,
  noticeMessage,
  parseRequest,
  replyTo,
  type XdmRequest,
} from './xdm-messages';

export interface XdmOptions {
  /** Answers the batches; make one for each frame, over the one workbook: `new HostEndpoint(workbook)`. */
  readonly endpoint: HostEndpoint;
  /** Origin of the page that plays Excel: https, and its host name that of the add-in (office.js checks it). */
  readonly hostOrigin: string;
  /** e.g. `zh-CN`. */
  readonly locale: string;
  /** Any text; a new one for each load of the frame. */
  readonly conversationId: string;
  /** What `Office.context.document.url` says. */
  readonly documentUrl?: string;
  readonly readOnly?: boolean;
  /** Highest version of each requirement set, e.g. `{ ExcelApi: '1.17' }`. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What the document settings hold: each value is the JSON text of a setting. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when the add-in saves its document settings. */
  readonly onSettings?: (settings: Readonly<Record<string, string>>) => void;
  /** What the add-in tells its host: 13 and 14 are Tab and Shift+Tab past its end, 15 is Esc. */
  readonly onNotify?: (action: number) => void;
}

const DEFAULT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  CustomXmlParts: '1.1',
  DelayForCellEdit: '1.1',
  AddinCommands: '1.1',
  RibbonApi: '1.1',
  SharedRuntime: '1.1',
};

/** Ctrl+F6 into the add-in, as office.js numbers it. */
const CTRL_F6_IN = 4;

const APP_ID = 'service-score-pane';

/**
 * Excel's side of the conversation with one frame that runs the unmodified office.js.
 *
 * ```ts
 * const workbook = workbookFromSnapshot(snapshot);
 * const endpoint = new HostEndpoint(workbook);
 * const options = { endpoint, hostOrigin: location.origin, locale: 'zh-CN', conversationId: crypto.randomUUID() };
 * const host = new XdmHost(options, (text) => frame.contentWindow!.postMessage(text, addinOrigin));
 * frame.name = host.frameName; // before the frame's src is set
 * window.addEventListener('message', (event) => {
 *   if (event.source === frame.contentWindow) host.receive(event.data);
 * });
 * frame.src = 'https://…/taskpane.html';
 * await host.ready;                                    // office.js has registered for ribbon commands
 * await host.invokeCommand('fillSummary', 'btnFill');  // a ribbon button; resolves when the handler has completed
 * ```
 * What the user does in the grid goes to the workbook (`workbook.enter`, then `workbook.touched`); the change events
 * reach the add-in from there.
 */
export class XdmHost {
  /** Resolves once the add-in listens for ribbon commands. */
  readonly ready: Promise<void>;
  private becomeReady: () => void = () => undefined;
  private readonly eventNames = new Map<number, string>();
  private readonly commands = new Map<string, () => void>();
  private nextCommand = 1;

  /** `post` sends a text to the frame's window with the add-in's origin as target. */
  constructor(
    private readonly options: XdmOptions,
    private readonly post: (text: string) => void,
  ) {
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    options.endpoint.session.onEvents = (entries) => this.sendEvents(entries);
  }

  /** The name the frame must have when office.js starts in it. */
  get frameName(): string {
    const { conversationId, hostOrigin, locale } = this.options;
    return JSON.stringify({
      baseFrameName: `_xdm_0_${conversationId}`,
      hostInfo: `Excel$Web$16.01$${locale}$telemetry$$$0`,
      xdmInfo: `${conversationId}|${APP_ID}|${hostOrigin}`,
      serializerVersion: '1',
      flights: '[]',
    });
  }

  /** Takes the data of a message event that came from the frame; anything that is not for us is left alone. */
  receive(data: unknown): void {
    const request = parseRequest(data, this.options.conversationId);
    if (!request) return;
    if (request._actionType !== 0) this.registerEvent(request);
    else if (request._actionName === 'ContextActivationManager_getAppContextAsync')
      this.reply(request, this.appContext());
    else if (request._actionName === 'ContextActivationManager_notifyHost') this.takeNotice(request);
    else if (request._actionName === 'executeMethod') void this.executeMethod(request);
    else this.reply(request, null, 1);
  }

  /** Presses a ribbon button; resolves when the add-in's handler has called `event.completed()`. */
  async invokeCommand(functionName: string, controlId: string): Promise<void> {
    await this.ready;
    const id = `cmd-${this.nextCommand}`;
    this.nextCommand += 1;
    const completed = new Promise<void>((resolve) => this.commands.set(id, resolve));
    const source = JSON.stringify({ source: { id: controlId } });
    this.sendEvent(DispatchId.AppCommandInvoked, [id, functionName, source]);
    await completed;
  }

  /** The keyboard comes into the add-in: office.js gives the focus to the first element that takes it. */
  keyboardComesIn(): void {
    const { conversationId, hostOrigin } = this.options;
    this.post(noticeMessage(CTRL_F6_IN, conversationId, hostOrigin));
  }

  /** Tells `Workbook.onSelectionChanged` listeners that the selection moved. */
  selectionChanged(): void {
    this.sendEvent(DispatchId.DocumentSelectionChanged, {});
  }

  private reply(request: XdmRequest, data: unknown, errorCode = 0): void {
    this.post(replyTo(request, this.options.hostOrigin, data, errorCode));
  }

  private sendEvent(dispatchId: number, data: unknown): void {
    const name = this.eventNames.get(dispatchId);
    if (name === undefined) return;
    this.post(eventMessage(name, this.options.conversationId, this.options.hostOrigin, data));
  }

  private sendEvents(entries: readonly EventEntry[]): void {
    if (entries.length > 0) this.sendEvent(DispatchId.RichApiMessage, { ArrayData: entries });
  }

  private registerEvent(request: XdmRequest): void {
    const { eventDispId } = request._data as { eventDispId: number };
    if (request._actionType === 1) this.eventNames.set(eventDispId, request._actionName);
    else this.eventNames.delete(eventDispId);
    this.reply(request, { Error: 0 });
    if (eventDispId === DispatchId.AppCommandInvoked) this.becomeReady();
  }

  private takeNotice(request: XdmRequest): void {
    const [, action] = request._data as [string, number];
    this.options.onNotify?.(action);
  }

  private async executeMethod(request: XdmRequest): Promise<void> {
    const data = request._data as Record<string, unknown> & { DdaMethod: { DispatchId: number } };
    switch (data.DdaMethod.DispatchId) {
      case DispatchId.ExecuteRichApi:
        return this.executeBatch(request, data['ArrayData'] as readonly unknown[]);
      case DispatchId.SaveSettings:
        return this.saveSettings(
          request,
          data['DdaSettingsMethod'] as { Properties: readonly [string, string][] },
        );
      case DispatchId.AppCommandCompleted:
        this.commands.get(String(data['0']))?.();
        this.commands.delete(String(data['0']));
        return this.reply(request, { Version: 1, Error: 0 });
      default:
        return this.reply(request, { Version: 1, Error: 5001 });
    }
  }

  private async executeBatch(request: XdmRequest, message: readonly unknown[]): Promise<void> {
    const answer = await this.options.endpoint.answer(String(message[4]), Number(message[6] ?? 0));
    if (answer.fault !== null) return this.reply(request, { Version: 1, Error: answer.fault });
    const headers = ['Content-Type', 'application/json'];
    this.reply(request, { Version: 1, Error: 0, Data: [200, headers, answer.text] });
    this.sendEvents(answer.events);
  }

  private saveSettings(
    request: XdmRequest,
    { Properties }: { Properties: readonly [string, string][] },
  ): void {
    this.options.onSettings?.(Object.fromEntries(Properties));
    this.reply(request, { Version: 1, Error: 0 });
  }

  private appContext(): object {
    const { conversationId, locale, documentUrl = '', readOnly = false, sets = DEFAULT_SETS } = this.options;
    return {
      _id: APP_ID,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentUrl,
      _clientMode: readOnly ? 0 : 1,
      _settings: Object.entries(this.options.settings ?? {}),
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: conversationId,
      _appInstanceId: APP_ID,
      _requirementMatrix: JSON.stringify(sets),
      _hostFullVersion: '16.0.18000.10000',
      _initialDisplayMode: 0,
    };
  }
}
