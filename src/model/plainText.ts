/**
 * Whether every character is a Chinese one, a small Latin letter or a digit: such a text has one way of being written
 * and is compared as it stands. Nearly all names, places and licence numbers are like that.
 */
export function isPlainText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const plain =
      (code >= 0x4e00 && code < 0xa000) || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
    if (!plain) return false;
  }
  return true;
}
