import { nameOf } from './cursor';
import { rootCursor } from './part';
import { richText } from './richText';
import { Texts } from './texts';

const ITEM = nameOf('si');
const TABLE = nameOf('sst');
const EXTENSIONS = nameOf('extLst');

/** The shared texts of a workbook in their order. Throws `Unfamiliar`. */
export function sharedTexts(bytes: Uint8Array): readonly string[] {
  const cursor = rootCursor(bytes, 'sst');
  const items: string[] = [];
  if (cursor.endOfTag()) return items;
  const texts = new Texts(bytes);
  while (!cursor.toTag()) {
    if (cursor.takes(ITEM)) items.push(richText(cursor, texts, ITEM));
    else if (cursor.takes(EXTENSIONS)) cursor.skipElement(EXTENSIONS);
    else cursor.refuse('an element of another kind among the shared texts');
  }
  cursor.close(TABLE);
  return items;
}
