/** What went wrong, for people: a host's own sentence, or none where the fault is not one that we know. */
export interface Failure {
  /** Chinese sentence with the next step, `null` for an unexpected fault. */
  readonly message: string | null;
  readonly error: unknown;
}

/** Something was done, but the workbook could not be read afresh after it; `null` where somebody has stopped that. */
export interface Unread<Done> {
  readonly kind: 'unread';
  readonly done: Done;
  readonly failure: Failure | null;
}

/** Errors whose message is a sentence for the user; known by name, so that the engine need not be loaded for it. */
export const FOR_USERS: readonly string[] = [
  'AnswersError',
  'CorrectionError',
  'EntryError',
  'FileGone',
  'HostError',
  'MemoryError',
  'OtherScheme',
  'RulingError',
  'SchemeError',
  'UnknownDepartment',
];

/** What to tell the user of an error; anything that does not speak to users is unexpected. */
export function failureOf(error: unknown): Failure {
  const known = error instanceof Error && FOR_USERS.includes(error.name);
  return { message: known ? error.message : null, error };
}

/** Did the user stop it? Both an aborted signal and a host's own `cancelled` count. */
export function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && error.code === 'cancelled');
}
