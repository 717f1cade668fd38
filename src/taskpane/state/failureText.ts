import type { Dictionary } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import { failureOf } from './failure';

/** What a page says of an error: the sentence that the error has for users, else what to do about an unexpected one. */
export function failureText(error: unknown, t: Dictionary): string {
  const { message } = failureOf(error);
  return message === null ? t.status.unexpected : fullWidth(message);
}
