export type WireErrorCode =
  | 'ApiNotFound'
  | 'ItemNotFound'
  | 'ItemAlreadyExists'
  | 'InvalidArgument'
  | 'InvalidReference'
  | 'InvalidObjectPath'
  | 'InvalidOperation'
  | 'AccessDenied'
  | 'UnsupportedOperation'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'NotImplemented'
  // What Excel otherwise says of a request as a whole; tests let an action end with it.
  | 'ActivityLimitReached'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidOrTimedOutSession'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

/** A failing action: it ends its request, what was done before it stays done. */
export class WireError extends Error {
  constructor(
    readonly code: WireErrorCode,
    message: string,
    /** `Class.member`, as office.js shows it in `debugInfo.errorLocation`. */
    readonly location: string = '',
  ) {
    super(message);
    this.name = 'WireError';
  }
}

const STATUS: Partial<Record<WireErrorCode, number>> = {
  AccessDenied: 401,
  ItemNotFound: 404,
  ApiNotFound: 400,
  GeneralException: 500,
};

export function httpStatus(code: WireErrorCode): number {
  return STATUS[code] ?? 400;
}

export function invalidArgument(what: unknown): WireError {
  return new WireError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format: ${shown(what)}`,
  );
}

export function itemNotFound(what: string): WireError {
  return new WireError('ItemNotFound', `The requested resource doesn't exist: ${what}`);
}

export function invalidReference(what: string): WireError {
  return new WireError('InvalidReference', `This reference is not valid for the current operation: ${what}`);
}

export function accessDenied(what: string): WireError {
  return new WireError('AccessDenied', `You cannot perform the requested operation: ${what}`);
}

/** A value of the wire for a message. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
