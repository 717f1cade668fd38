import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleBytes } from '../../fixtures/scoreBooks';

/** Tab of the summary in the sample: heads in row 3, persons in rows 4 to 22, 合计 in row 23. */
export const SUMMARY = '客户服务质量测评汇总表';
const SUMMARY_PART = 'xl/worksheets/sheet10.xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What stands around the summary, as XML for the places that the format has for it. */
export interface Around {
  /** Rows (1-based) that do not show. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Directly behind the cells: `sheetProtection`, `autoFilter`. */
  readonly behindCells?: string;
  /** Further merged blocks. */
  readonly merges?: readonly string[];
  /** Behind the merged blocks: `conditionalFormatting`, `dataValidations`, `hyperlinks`. */
  readonly rules?: string;
  /** At the end: `legacyDrawing`, `tableParts`. */
  readonly tail?: string;
  /** Relations of the sheet: id, kind, target. */
  readonly relations?: readonly (readonly [string, string, string])[];
  /** Entries of `definedNames`. */
  readonly names?: string;
  /** Elements of the workbook in front of its views. */
  readonly workbook?: string;
  /** Further parts by path, with their content types. */
  readonly parts?: Readonly<Record<string, readonly [text: string, type: string | null]>>;
  /** Cells of the roster's sheet, as XML of a row. */
  readonly rosterRow?: string;
}

/** The sample with a summary that is half empty, and something around it. */
export function bookWith(around: Around): Uint8Array {
  const parts = unzipSync(sampleBytes('existing-summary'));
  const edit = (path: string, change: (xml: string) => string): void => {
    parts[path] = strToU8(change(strFromU8(parts[path]!)));
  };
  edit(SUMMARY_PART, (xml) => summaryXml(xml, around));
  edit('xl/workbook.xml', (xml) =>
    put(xml, '</definedNames>', around.names ?? '').replace(
      '<bookViews>',
      `${around.workbook ?? ''}<bookViews>`,
    ),
  );
  if (around.rosterRow)
    edit('xl/worksheets/sheet1.xml', (xml) => put(xml, '</sheetData>', around.rosterRow!));
  for (const [path, [text, type]] of Object.entries(around.parts ?? {})) {
    parts[path] = strToU8(text);
    const entry = `<Override PartName="/${path}" ContentType="${type}"/>`;
    if (type !== null) edit('[Content_Types].xml', (xml) => put(xml, '</Types>', entry));
  }
  if (around.relations)
    parts['xl/worksheets/_rels/sheet10.xml.rels'] = strToU8(relationsXml(around.relations));
  return zipSync(parts, { mtime: new Date(2020, 0, 1) });
}

function put(xml: string, before: string, text: string): string {
  if (!xml.includes(before)) throw new Error(`${before} is missing`);
  return xml.replace(before, () => text + before);
}

function summaryXml(xml: string, around: Around): string {
  const { hiddenRows = [], hiddenColumns = [], merges = [] } = around;
  const rows = hiddenRows.reduce(
    (text, row) => text.replace(`<row r="${row}"`, `<row r="${row}" hidden="1"`),
    xml,
  );
  const columns = hiddenColumns.reduce(
    (text, column) => text.replace(new RegExp(`(<col [^>]*min="${column}")`), '$1 hidden="1"'),
    rows,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return put(
    put(
      put(put(columns, '<mergeCells', around.behindCells ?? ''), '</mergeCells>', merged),
      '<pageMargins',
      around.rules ?? '',
    ),
    '</worksheet>',
    around.tail ?? '',
  );
}

function relationsXml(relations: readonly (readonly [string, string, string])[]): string {
  const entries = relations.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${entries.join('')}</Relationships>`;
}
