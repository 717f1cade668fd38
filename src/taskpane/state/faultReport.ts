import type { HostErrorCode } from '../../app/failures';
import { FOR_USERS } from './failure';

/** Kinds of errors that are named; every other one is an `Error`, for a name can be anything. */
const NAMES: readonly string[] = [
  ...FOR_USERS,
  'AbortError',
  'AggregateError',
  'ArchiveError',
  'ChunkLoadError',
  'DataCloneError',
  'InvalidStateError',
  'NotAllowedError',
  'QuotaExceededError',
  'RangeError',
  'ReferenceError',
  'RichApi.Error',
  'SecurityError',
  'SyntaxError',
  'TypeError',
];

/** Codes of our own hosts; one that is added there does not compile before it stands here. */
const HOST_CODES: Readonly<Record<HostErrorCode, true>> = {
  'not-a-workbook': true,
  'old-format': true,
  encrypted: true,
  damaged: true,
  'too-large': true,
  'not-found': true,
  'not-writable': true,
  protected: true,
  'cell-editing': true,
  'session-lost': true,
  'payload-too-large': true,
  'sheet-gone': true,
  changed: true,
  unsupported: true,
  cancelled: true,
  unknown: true,
};

/** Codes that Excel gives, as its documentation lists them. */
const EXCEL_CODES: readonly string[] = [
  'AccessDenied',
  'ActivityLimitReached',
  'ApiNotAvailable',
  'ApiNotFound',
  'BadPassword',
  'Conflict',
  'ConnectionFailure',
  'GeneralException',
  'InsertDeleteConflict',
  'InvalidArgument',
  'InvalidOperation',
  'InvalidOperationInCellEditMode',
  'InvalidOrTimedOutSession',
  'InvalidReference',
  'InvalidRequest',
  'InvalidRequestContext',
  'InvalidSelection',
  'ItemAlreadyExists',
  'ItemNotFound',
  'NonBlankCellOffSheet',
  'NotImplemented',
  'OperationCellsExceedLimit',
  'PropertyNotLoaded',
  'RangeExceedsLimit',
  'RequestAborted',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'ServiceNotAvailable',
  'Timeout',
  'Unauthenticated',
  'UnsupportedFeature',
  'UnsupportedOperation',
  'UnsupportedSheet',
  'WriteNotSupportedWhenModalDialogOpen',
];

/** A place in a script of this product, as the build names them, at the end of a line of a stack. */
const PLACE = /\/((?:\d{1,4}|cycle|engine|taskpane)\.[0-9a-f]{10}\.js:\d{1,7}:\d{1,7})\)?$/;
const MOST_PLACES = 20;

/**
 * A report of a fault that holds nothing a person wrote: what kind of error, and where in our own scripts it arose.
 * Only words of fixed lists and places of a fixed form get into it. The message is left out, for it may quote a cell,
 * and so is what the stack repeats of it.
 */
export function faultReport(error: unknown, about: Readonly<Record<string, string>>): string {
  return [
    ...Object.entries(about).map(([name, value]) => `${name}: ${value}`),
    `error: ${kindOf(error)}`,
    ...placesOf(error),
  ].join('\n');
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = NAMES.includes(error.name) ? error.name : 'Error';
  const cause = 'detail' in error && error.detail instanceof Error ? ` (${kindOf(error.detail)})` : '';
  return `${name} ${codeOf(error)}`.trimEnd() + cause;
}

function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return Object.hasOwn(HOST_CODES, code) || EXCEL_CODES.includes(code) ? code : '';
}

function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  // V8 begins the stack with the message, which may look like a place.
  const stack = (error.stack ?? '').replace(error.message, '');
  const places = stack.split('\n').map((line) => PLACE.exec(line.trim())?.[1]);
  return places.filter((place) => place !== undefined).slice(0, MOST_PLACES);
}
