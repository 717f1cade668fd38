/**
 * The call is wrong: an unknown option, a missing file name. The message is a Chinese sentence. The list of commands
 * is shown below it, unless the call is well formed and only names something that is not there.
 */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    message: string,
    readonly showsUsage = true,
  ) {
    super(message);
  }
}
