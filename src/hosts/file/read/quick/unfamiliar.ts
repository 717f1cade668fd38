/**
 * The quick reader met something that it does not know. It does not guess: the thorough reader takes the whole
 * workbook over. The message says what and where, for the log.
 */
export class Unfamiliar extends Error {
  override readonly name = 'Unfamiliar';
}
