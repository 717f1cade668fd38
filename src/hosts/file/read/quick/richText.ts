import { withLineFeeds } from '../../xml/text';
import { nameOf, type Cursor } from './cursor';
import type { Texts } from './texts';

const T = nameOf('t');
const R = nameOf('r');
const RUN_PROPERTIES = nameOf('rPr');
const PHONETIC = nameOf('rPh');
const PHONETIC_PROPERTIES = nameOf('phoneticPr');

/**
 * The text of a string item (`si`, `is`): one text, or runs put together; phonetic runs are no part of it. The cursor
 * stands behind the name in the opening tag, and behind the closing tag afterwards.
 */
export function richText(cursor: Cursor, texts: Texts, name: Uint8Array): string {
  if (cursor.endOfTag()) return '';
  let text = '';
  let parts = 0;
  while (!cursor.toTag()) {
    if (cursor.takes(T)) {
      if (parts++ > 0) cursor.refuse('two texts in one cell');
      text = plainText(cursor, texts);
    } else if (cursor.takes(R)) {
      text += run(cursor, texts);
      parts++;
    } else if (cursor.takes(PHONETIC)) cursor.skipElement(PHONETIC);
    else if (cursor.takes(PHONETIC_PROPERTIES)) cursor.skipElement(PHONETIC_PROPERTIES);
    else cursor.refuse('an element of another kind in a text');
  }
  cursor.close(name);
  return withLineFeeds(text);
}

function plainText(cursor: Cursor, texts: Texts): string {
  if (cursor.endOfTag()) return '';
  const start = cursor.at;
  const end = cursor.endOfText();
  const text = texts.read(start, end);
  if (!cursor.toTag()) cursor.refuse('an element in a text');
  cursor.close(T);
  return text;
}

function run(cursor: Cursor, texts: Texts): string {
  if (cursor.endOfTag()) return '';
  let text = '';
  let parts = 0;
  while (!cursor.toTag()) {
    if (cursor.takes(RUN_PROPERTIES)) cursor.skipElement(RUN_PROPERTIES);
    else if (!cursor.takes(T) || parts++ > 0) cursor.refuse('an element of another kind in a run');
    else text = plainText(cursor, texts);
  }
  cursor.close(R);
  return text;
}
