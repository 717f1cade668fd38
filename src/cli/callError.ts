/** The call is wrong: an unknown option, a missing file name. The message is a Chinese sentence. */
export class CallError extends Error {
  override readonly name = 'CallError';
}
