/** The messages that office.js and Excel on the web exchange through `postMessage`; each is a JSON string. */

export interface XdmRequest {
  readonly _messageType: 0;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  /** 0 invoke, 1 register for an event, 2 unregister. */
  readonly _actionType: 0 | 1 | 2;
}

/** Numbers by which office.js tells the host what it wants executed or what event it listens for. */
export const DispatchId = {
  DocumentSelectionChanged: 2,
  RichApiMessage: 33,
  AppCommandInvoked: 39,
  SaveSettings: 76,
  ExecuteRichApi: 93,
  AppCommandCompleted: 94,
} as const;

/** Parses a message of this conversation; `null` for anything else that arrives at the window. */
export function parseRequest(text: unknown, conversationId: string): XdmRequest | null {
  if (typeof text !== 'string' || !text.startsWith('{')) return null;
  try {
    const message = JSON.parse(text) as Partial<XdmRequest>;
    const ours = message._messageType === 0 && message._conversationId === conversationId;
    return ours ? (message as XdmRequest) : null;
  } catch {
    return null;
  }
}

export function replyTo(request: XdmRequest, origin: string, data: unknown, errorCode = 0): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: 0,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _errorCode: errorCode,
    _data: data,
    _origin: origin,
    _serializerVersion: 1,
  });
}

/** What the host tells office.js of the keyboard; 4 is Ctrl+F6 into the add-in. */
export function noticeMessage(action: number, conversationId: string, origin: string): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _origin: origin,
    _data: [action],
    _actionType: 0,
    _serializerVersion: 1,
  });
}

export function eventMessage(name: string, conversationId: string, origin: string, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: 1,
    _actionName: name,
    _conversationId: conversationId,
    _correlationId: 0,
    _errorCode: 0,
    _data: data,
    _origin: origin,
    _serializerVersion: 1,
  });
}
