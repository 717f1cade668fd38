import { isPlainText } from '../../model';

const OPENING = '([{【〔「';
const CLOSING = ')]}】〕」';

/** Spaces of any width, line breaks, and the characters that print as nothing. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g;

/** Colons and stars at either end (`部(所):`, `*姓名`) mark a label or a duty to fill in, they name nothing. */
const ENDS = /^[:*]+|[:*]+$/g;

/**
 * A header text made comparable: NFKC (full-width letters, digits and brackets become plain), spaces and line
 * breaks removed, Latin letters in lower case. Brackets stay: see `headerKeys`. `''` for a text of spaces alone.
 */
export function normaliseHeader(text: string): string {
  if (isPlainText(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(ENDS, '');
}

/** A bracket group of the text: positions of its two brackets. */
interface Group {
  readonly open: number;
  readonly close: number;
}

/** Outermost balanced bracket groups; a bracket without its partner (`2)`) is no group. */
function outerGroups(text: string): Group[] {
  const open: number[] = [];
  const groups: Group[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (OPENING.includes(text[index]!)) open.push(index);
    else if (CLOSING.includes(text[index]!) && open.length > 0) {
      groups.push({ open: open.pop()!, close: index });
    }
  }
  return groups
    .filter((group) => !groups.some((other) => other.open < group.open && other.close > group.close))
    .sort((a, b) => a.open - b.open);
}

function cut(text: string, groups: readonly Group[], keepContents: boolean): string {
  let result = '';
  let from = 0;
  for (const { open, close } of groups) {
    result += text.slice(from, open) + (keepContents ? text.slice(open + 1, close) : '');
    from = close + 1;
  }
  return (result + text.slice(from)).replace(ENDS, '');
}

/**
 * The forms under which a header may be found, the surest first, without repeats:
 * 1. as it stands (`部(所)`, `标准服务(20分)`);
 * 2. without the last of several bracket groups, then without any of them, which mostly hold a unit or points (`标准服务`);
 * 3. without the bracket characters, contents kept, for names staff write either way (`(折算百分制)`, `部(所)`→`部所`).
 * Empty for a blank text.
 */
export function headerKeys(text: string): string[] {
  const whole = normaliseHeader(text);
  const groups = outerGroups(whole);
  // A unit behind a name that has a bracket of its own: `部(所)(必填)`.
  const last = groups.slice(-1).filter(({ close }) => groups.length > 1 && close === whole.length - 1);
  const forms = [whole, cut(whole, last, false), cut(whole, groups, false), cut(whole, groups, true)];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** What in brackets makes another column of a name: another period's, a part of it, a second look, a signature. */
const ANOTHER =
  /[([{【〔「][^)\]}】〕」]*(?:上年|去年|上期|前期|往年|同期|同比|环比|增减|增幅|其中|复查|签字|签名)/;

/** `毛利率(上年同期)`, `违规户数(其中:无证)`: with its bracket the header is another's; a unit or points change nothing. */
export function saysAnother(text: string): boolean {
  return ANOTHER.test(normaliseHeader(text));
}
