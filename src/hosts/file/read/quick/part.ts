import { Cursor, nameOf } from './cursor';
import { Unfamiliar } from './unfamiliar';

const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-?8["'])?(?:\s+standalone\s*=\s*["']\w+["'])?\s*\?>/i;
const ROOT = /^\s*<((?:[A-Za-z_][\w.-]*:)?)([A-Za-z]+)[\s/>]/;

/**
 * A cursor that stands behind the root's name in its opening tag. All elements must have the prefix that the root has.
 * The bytes must be UTF-8, which the caller knows. Throws `Unfamiliar` for another root or another encoding.
 */
export function rootCursor(bytes: Uint8Array, root: string): Cursor {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const head = new TextDecoder('latin1').decode(bytes.subarray(at, at + 512));
  const declared = DECLARATION.exec(head)?.[0].length ?? 0;
  const match = ROOT.exec(head.slice(declared));
  if (match?.[2] !== root) throw new Unfamiliar(`the root is not ${root}`);
  at += declared + match[0].length - 1;
  return new Cursor(bytes, at, nameOf(match[1]!));
}
