/** A piece of a line: plain, or set off. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

export type Line = readonly Piece[];

/** A block of the guide, as far as it uses Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'picture'; readonly alt: string; readonly file: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] };

/**
 * The guide's blocks in their order, without its title and comments: headings, paragraphs, pictures and tables, with
 * text that is set off. Links lead out of the pane and are left as their text.
 */
export function blocksOf(markdown: string): Block[] {
  const text = markdown.replace(/<!--[\s\S]*?-->/g, '').replace(/\r\n/g, '\n');
  const parts = text.split(/\n{2,}/).map((part) => part.trim());
  return parts.filter((part) => part !== '' && !part.startsWith('# ')).map(blockOf);
}

function blockOf(part: string): Block {
  const heading = /^##+ (.+)$/.exec(part);
  if (heading) return { kind: 'heading', text: heading[1]! };
  const picture = /^!\[(.*)\]\((.+)\)$/.exec(part);
  if (picture) return { kind: 'picture', alt: picture[1]!, file: picture[2]! };
  if (part.startsWith('|')) return tableOf(part.split('\n'));
  return { kind: 'paragraph', line: lineOf(part.replace(/\n/g, '')) };
}

function tableOf([head = '', , ...rows]: readonly string[]): Block {
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  return { kind: 'table', head: cells(head), rows: rows.map((row) => cells(row).map(lineOf)) };
}

function lineOf(text: string): Line {
  const plain = text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/`/g, '');
  return plain
    .split('**')
    .map((piece, index) => ({ text: piece, strong: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
