import type { WorkbookModel } from '../model';
import { WireError, type WireErrorCode } from './errors';
import { execute } from './execute';
import { ExcelSession, type EventEntry } from './session';
import type { ActionInfo, RequestBody, ResponseBody } from './wire';

/** Errors that the host reports about a request as a whole, by the number office.js knows them by. */
export const HostFault = {
  InvalidRequestContext: 1014,
  GeneralException: 5001,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
} as const;

export type HostFaultNumber = (typeof HostFault)[keyof typeof HostFault];

/** A failure to be produced on purpose. */
export type Fault =
  /**
   * The n-th request from now (1 is the next) fails as a whole. Nothing of it is done, unless `done` says that it was
   * carried out and only its reply got lost on the way.
   */
  | { readonly request: number; readonly host: HostFaultNumber; readonly done?: boolean }
  /** In the n-th request from now the first action that matches fails; what stands before it has been done. */
  | {
      readonly request: number;
      readonly code: WireErrorCode;
      readonly action: (action: ActionInfo, index: number) => boolean;
    };

export interface EndpointLimits {
  /** Bytes of a request and of a response; Excel on the web takes 5 MB. */
  readonly payload: number;
  /** Cells of one read; above it `values` is `null`. */
  readonly cells: number;
}

const EXCEL_LIMITS: EndpointLimits = { payload: 5 * 1024 * 1024, cells: 5_000_000 };

export type Answer =
  | { readonly fault: HostFaultNumber }
  | { readonly fault: null; readonly text: string; readonly events: readonly EventEntry[] };

/** Flag of a request that may wait until the user has left the cell editor. */
const DELAY_FOR_CELL_EDIT = 64;

/** The host's end of the line: takes request bodies, gives answers, counts, and fails when it is told to. */
export class HostEndpoint {
  readonly session: ExcelSession;
  /** Requests so far: each is one round trip. */
  requests = 0;
  bytesIn = 0;
  bytesOut = 0;
  /** Actions of the latest request, for tests. */
  lastActions: readonly ActionInfo[] = [];
  private faults: Fault[] = [];
  private readonly others = new Map<number, () => void>();
  private editing: { readonly over: Promise<void>; readonly end: () => void } | null = null;

  constructor(
    readonly workbook: WorkbookModel,
    private readonly limits: EndpointLimits = EXCEL_LIMITS,
  ) {
    this.session = new ExcelSession(workbook);
    this.session.cellLimit = limits.cells;
  }

  fail(fault: Fault): void {
    this.faults.push({ ...fault, request: fault.request + this.requests });
  }

  /** Something that another user does to the workbook just before the n-th request from now is carried out. */
  meanwhile(request: number, act: () => void): void {
    this.others.set(request + this.requests, act);
  }

  /** The user starts typing into a cell: requests fail, or wait if they said so. */
  startCellEdit(): void {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => (end = resolve));
    this.editing = { over, end };
  }

  endCellEdit(): void {
    this.editing?.end();
    this.editing = null;
  }

  /** Answers one request. `body` is the batch as office.js wrote it, as text or already parsed. */
  async answer(body: string | object, flags: number): Promise<Answer> {
    this.requests += 1;
    const number = this.requests;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const size = utf8Length(text);
    this.bytesIn += size;
    this.others.get(number)?.();
    const faults = this.faults.filter((fault) => fault.request === number);
    const whole = faults.find((fault) => 'host' in fault);
    if (whole?.done) this.run(JSON.parse(text) as RequestBody, []);
    if (whole) return { fault: whole.host };
    if (this.editing && (flags & DELAY_FOR_CELL_EDIT) === 0) {
      return { fault: HostFault.InvalidOperationInCellEditMode };
    }
    await this.editing?.over;
    if (size > this.limits.payload) return { fault: HostFault.RequestPayloadSizeLimitExceeded };
    return this.run(JSON.parse(text) as RequestBody, faults);
  }

  private run(body: RequestBody, faults: readonly Fault[]): Answer {
    this.lastActions = body.Actions;
    const { response, events } = execute(this.session, body, (action, index) => {
      for (const fault of faults) {
        if ('action' in fault && fault.action(action, index))
          throw new WireError(fault.code, 'failed on purpose');
      }
    });
    const text = JSON.stringify(response satisfies ResponseBody);
    const size = utf8Length(text);
    if (size > this.limits.payload) return { fault: HostFault.ResponsePayloadSizeLimitExceeded };
    this.bytesOut += size;
    return { fault: null, text, events };
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
