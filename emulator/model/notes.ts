import { parseArea } from './address';
import type { NoteModel } from './sheet';
import { attributes, elements, tags, unescapeXml } from './xml-tags';

/** Begins the author of the note that stands in a file for a comment with answers. */
const THREAD = 'tc=';

/** The notes of the sheet at `path`; `text` gives the text of a part, empty where there is none. */
export function notesOf(path: string, text: (path: string) => string): NoteModel[] {
  const relations = tags(text(path.replace(/([^/]+)$/, '_rels/$1.rels')), 'Relationship');
  const found = relations.find((one) => one['Type']?.endsWith('/comments'));
  if (!found) return [];
  const xml = text(decodeURI(new URL(found['Target'] ?? '', `file:///${path}`).pathname.slice(1)));
  const authors = elements(xml, 'author').map(contentOf);
  return elements(xml, 'comment').flatMap((comment) => {
    const { ref = '', authorId } = attributes(comment.slice(0, comment.indexOf('>')));
    const area = parseArea(ref);
    if (!area) return [];
    const author = authors[Number(authorId)] ?? '';
    const content = elements(comment, 't').map(contentOf).join('');
    return [{ row: area.top, column: area.left, author, content, isThread: author.startsWith(THREAD) }];
  });
}

function contentOf(element: string): string {
  return unescapeXml(element.replace(/<[^>]*>/g, ''));
}
