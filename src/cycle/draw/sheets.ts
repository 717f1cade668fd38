import type { CellValue, Scheme, SheetDefinition } from '../../model';
import type { NewCell, NewSheet } from '../../workbook/host';
import { templateColumns } from '../../workbook/template/columns';
import { sheetHead, tableSheet } from '../../workbook/template/tableSheet';
import type { DrawNote } from './customer';
import type { DrawRecord } from './record';

/** How visits will be written down: a list of visits and one of findings, or a grid a post. */
export type Detail = 'list' | 'matrix';

/** Name of the sheet that says who was drawn, and how. */
export const DRAW_SHEET = '抽样名单';

/**
 * What stands under the date of a household that is still to be visited. It is no date, so nobody is scored on a
 * household that was prepared and not visited: the row is filled in, or taken out.
 */
export const TO_VISIT = '待走访';

/** The sheets of a workbook for the visits: the record of the draw, then what the visits are written into. */
export function drawSheets(
  scheme: Scheme,
  record: DrawRecord,
  notes: readonly DrawNote[],
  detail: Detail,
): NewSheet[] {
  const of = (kind: SheetDefinition['kind']): readonly SheetDefinition[] =>
    scheme.sheets.filter((sheet) => sheet.kind === kind);
  const prepared =
    detail === 'list'
      ? [
          ...of('visits').map((sheet) => filledSheet(scheme, sheet, record)),
          ...of('findings').map((sheet) => tableSheet(scheme, sheet)),
        ]
      : of('matrix').map((sheet) => filledSheet(scheme, sheet, record));
  return [drawSheet(scheme, record, notes), ...prepared];
}

/** A sheet for visits with a row a drawn household and person. */
function filledSheet(scheme: Scheme, definition: SheetDefinition, record: DrawRecord): NewSheet {
  const blank = tableSheet(scheme, definition);
  const columns = templateColumns(scheme, definition);
  const head = sheetHead(definition, columns);
  const rows = record.drawn.flatMap((customer) =>
    scheme.posts
      .filter(({ id }) => definition.post === undefined || definition.post === id)
      .flatMap(({ id, name }) => {
        const person = customer.persons[id];
        if (person === undefined) return [];
        return [
          new Map<string, CellValue>([
            ['department', customer.department],
            ['name', person],
            ['post', name],
            ['household', customer.household],
            ['licence', customer.licence],
            ['date', TO_VISIT],
          ]),
        ];
      }),
  );
  const cells = rows.flatMap((values, index) =>
    columns.map(({ id, style }, column): NewCell => {
      const value = id === 'sequence' ? index + 1 : (values.get(id) ?? '');
      return { row: head.headerRows + index, column, value, style };
    }),
  );
  return { ...blank, cells: [...head.cells, ...cells] };
}

function drawSheet(scheme: Scheme, record: DrawRecord, notes: readonly DrawNote[]): NewSheet {
  const name = (id: string): string => scheme.fields.find((field) => field.id === id)?.name ?? id;
  const strata = scheme.sampling.strata?.filter(({ id }) => record.strata.includes(id)) ?? [];
  const about = [
    `种子:${record.seed}`,
    `方法:${record.algorithm}`,
    `比例:${record.share}(${scheme.sampling.clause}),每片向上取整、至少 ${scheme.sampling.minimum} 户`,
    `清单:${record.list.file},${record.list.customers} 户,摘要 ${record.list.digest.slice(0, 16)}`,
    `分层:${strata.length === 0 ? '不分层' : strata.map((each) => each.name).join('、')};避开上次抽过的 ${record.excluded} 户`,
    `抽中 ${record.drawn.length} 户。用同一种子和同一清单可以重复这次抽样。`,
  ];
  const cells: NewCell[] = [{ row: 0, column: 0, value: DRAW_SHEET, style: 'title' }];
  about.forEach((value, at) => cells.push({ row: 1 + at, column: 0, value, style: 'meta' }));
  let row = about.length + 2;
  const table = (headers: readonly string[], lines: readonly (readonly CellValue[])[]): void => {
    headers.forEach((value, column) => cells.push({ row, column, value, style: 'header' }));
    lines.forEach((line, at) =>
      line.forEach((value, column) => cells.push({ row: row + 1 + at, column, value, style: 'text' })),
    );
    row += lines.length + 2;
  };
  const drawn = new Map<string, number>();
  for (const { area } of record.drawn) drawn.set(area, (drawn.get(area) ?? 0) + 1);
  table(
    ['按片统计', '清单户数', '应抽', '抽中'],
    record.areas.map(({ area, customers, wanted }) => [area, customers, wanted, drawn.get(area) ?? 0]),
  );
  table(
    [
      '抽中的客户',
      '所属',
      '证件',
      ...strata.map((each) => `${each.name}(分层)`),
      ...scheme.posts.map((post) => `负责的${post.name}`),
    ],
    record.drawn.map(({ household, area, licence, strata: own, persons }) => [
      household,
      area,
      licence,
      ...strata.map(({ id }) => own[id] ?? ''),
      ...scheme.posts.map(({ id }) => persons[id] ?? ''),
    ]),
  );
  if (notes.length > 0)
    table(
      [`要处理的问题(${name('note')})`, '位置'],
      notes.map(({ message, place }) => [message, place]),
    );
  return {
    name: DRAW_SHEET,
    cells,
    merges: [0, ...about.map((_, at) => at + 1)].map((at) => ({ top: at, left: 0, bottom: at, right: 5 })),
    columnWidths: [34, 16, 18, 14, 14, 14, 14, 14],
    headerRows: 0,
    landscape: true,
    lists: [],
  };
}
