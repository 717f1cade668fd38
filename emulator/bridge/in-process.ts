import { HostFault, type HostEndpoint, type HostFaultNumber } from '../executor';

/** What the unmodified office.js expects of `globalThis._richApiNativeBridge`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by office.js. */
  onMessageFromHost?: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: string | object };
}

const FAULT_ANSWERS: Readonly<Record<HostFaultNumber, readonly [status: number, code: string]>> = {
  [HostFault.InvalidRequestContext]: [400, 'InvalidRequestContext'],
  [HostFault.GeneralException]: [500, 'GeneralException'],
  [HostFault.InvalidOperationInCellEditMode]: [400, 'InvalidOperationInCellEditMode'],
  [HostFault.InvalidOrTimedOutSession]: [408, 'InvalidOrTimedOutSession'],
  [HostFault.WriteNotSupportedWhenModalDialogOpen]: [400, 'WriteNotSupportedWhenModalDialogOpen'],
  [HostFault.ActivityLimitReached]: [429, 'ActivityLimitReached'],
  [HostFault.RequestPayloadSizeLimitExceeded]: [400, 'RequestPayloadSizeLimitExceeded'],
  [HostFault.ResponsePayloadSizeLimitExceeded]: [400, 'ResponsePayloadSizeLimitExceeded'],
  [HostFault.AccessDenied]: [401, 'AccessDenied'],
};

/** Joins office.js and the emulator inside one process, by the bridge that office.js has for native hosts. */
export function createNativeBridge(endpoint: HostEndpoint): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const request = JSON.parse(text) as BridgeRequest;
      if (request.type !== 1) return;
      void respond(endpoint, request).then((messages) => {
        for (const message of messages) bridge.onMessageFromHost?.(JSON.stringify(message));
      });
    },
  };
  endpoint.session.onEvents = (entries) =>
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  return bridge;
}

async function respond(endpoint: HostEndpoint, request: BridgeRequest): Promise<object[]> {
  const answer = await endpoint.answer(request.message.body, request.flags);
  const reply = (statusCode: number, body: unknown): object => ({
    id: request.id,
    type: 1,
    message: { statusCode, headers: {}, body },
  });
  if (answer.fault !== null) {
    const [status, code] = FAULT_ANSWERS[answer.fault];
    return [reply(status, { error: { code, message: code } })];
  }
  const events = answer.events.length > 0 ? [{ type: 3, message: { entries: answer.events } }] : [];
  return [reply(200, JSON.parse(answer.text)), ...events];
}
