/** A workbook of another regulation would forget its own over results of a table; the message says what to do. */
export class OtherScheme extends Error {
  override readonly name = 'OtherScheme';
}
