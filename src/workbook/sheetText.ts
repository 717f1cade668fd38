/** Width of a text in characters of a column: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Lines of at most so many characters of a column; a Chinese character takes two. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    // A closing mark hangs over the end rather than beginning a line.
    if (textWidth(line + character) > room && !/[,。;:、)”]/.test(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** Longest name that Excel takes for a tab. */
const LONGEST_NAME = 31;

/** The name, or with (2), (3) … behind it where a tab of that name (in whatever case) is taken. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `(${number})`;
    const candidate = cut(name, LONGEST_NAME - suffix.length) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** As much of a name as fits; never half a sign, and no apostrophe at the end, which Excel does not take there. */
function cut(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/'+$/, '');
}
