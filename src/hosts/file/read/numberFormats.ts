import { mattersFormat } from '../../../workbook/numberFormats';
import { attribute, findElement, findElements, inner } from '../xml/tags';
import { XmlFault } from '../xml/text';
import { ArchiveError } from '../zip/archiveError';

/** Excel itself takes 65,490 and calls a file with more damaged. */
const MOST_STYLES = 100_000;

/** Formats that need no entry in the styles: the usual ones, and those of a Chinese Excel for dates. */
const BUILT_IN = new Map<number, string>([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [30, 'm/d/yy'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  ...spread([27, 36, 50, 52, 57], 'yyyy"年"m"月"'),
  ...spread([28, 29, 51, 53, 54, 58], 'm"月"d"日"'),
  ...spread([31], 'yyyy"年"m"月"d"日"'),
  ...spread([32], 'h"时"mm"分"'),
  ...spread([33], 'h"时"mm"分"ss"秒"'),
  ...spread([34, 55], '上午/下午h"时"mm"分"'),
  ...spread([35, 56], '上午/下午h"时"mm"分"ss"秒"'),
]);

function spread(ids: readonly number[], format: string): [number, string][] {
  return ids.map((id) => [id, format]);
}

/**
 * The number formats that matter, by style index (the `s` of a cell): percent, per mille, date and time. Others are
 * absent. `xml` is the styles part, `null` where there is none. Throws `ArchiveError` for more styles than Excel takes.
 */
export function formatsThatMatter(xml: string | null): ReadonlyMap<number, string> {
  const matter = new Map<number, string>();
  if (xml === null) return matter;
  // Without its formats a rate or a date would be taken for another figure, silently.
  if (!findElement(xml, 'styleSheet')) throw new XmlFault('no styleSheet');
  const formats = new Map(BUILT_IN);
  const own = findElement(xml, 'numFmts');
  for (const { tag } of own ? findElements(inner(xml, own), 'numFmt') : []) {
    const id = Number(attribute(tag, 'numFmtId'));
    const code = attribute(tag, 'formatCode');
    if (code !== null) formats.set(id, code);
  }
  const list = findElement(xml, 'cellXfs');
  if (!list) return matter;
  let style = 0;
  for (
    let xf = findElement(xml, 'xf', list.openEnd);
    xf && xf.start < list.close;
    xf = findElement(xml, 'xf', xf.end)
  ) {
    if (style >= MOST_STYLES) throw new ArchiveError('too-large', `more than ${MOST_STYLES} styles`);
    const format = formats.get(Number(attribute(xf.tag, 'numFmtId') ?? 0));
    if (format !== undefined && mattersFormat(format)) matter.set(style, format);
    style++;
  }
  return matter;
}
