import { loadExcel, type LoadedExcel } from '../bridge/load-excel';
import { WorkbookModel, type SheetModel } from '../model';
import { HostEndpoint, type EndpointLimits } from './endpoint';

interface Started extends LoadedExcel {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly endpoint: HostEndpoint;
}

function start(limits?: EndpointLimits): Started {
  const workbook = new WorkbookModel('测试.xlsx');
  const sheet = workbook.addSheet('明细');
  [
    ['姓名', '得分'],
    ['张三', 80],
    ['李四', 90],
  ].forEach((line, row) => line.forEach((value, column) => workbook.store(sheet, row, column, value)));
  const endpoint = new HostEndpoint(workbook, limits);
  return { workbook, sheet, endpoint, ...loadExcel(endpoint) };
}

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly debugInfo: { readonly errorLocation: string; readonly statement?: string };
  readonly traceMessages: readonly string[];
}

async function failure(promise: Promise<unknown>): Promise<Failure> {
  return promise.then(
    () => Promise.reject(new Error('should have failed')),
    (error: unknown) => error as Failure,
  );
}

test('reads what was asked for, and nothing else', async () => {
  const { Excel, endpoint } = start();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('明细').getUsedRange(true);
    range.untrack();
    range.load('values,address,rowCount');
    await context.sync();
    expect([range.address, range.rowCount, range.values[1]]).toEqual(['明细!A1:B3', 3, ['张三', 80]]);
    expect(() => range.formulas).toThrow(/load/);
  });
  expect(endpoint.requests).toBe(1);
});

test('loads through objects and collections', async () => {
  const { Excel } = start();
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
    const range = context.workbook.worksheets
      .getItem('明细')
      .getRange('B2')
      .load('worksheet/name,format/fill/color');
    await context.sync();
    const [sheet] = sheets.items;
    expect([sheet!.name, sheet!.visibility, sheet!.protection.protected]).toEqual(['明细', 'Visible', false]);
    expect([range.worksheet.name, range.format.fill.color]).toEqual(['明细', '#FFFFFF']);
    expect(() => sheet!.position).toThrow();
  });
});

test('null objects are null, and what hangs on them', async () => {
  const { Excel, workbook } = start();
  workbook.addSheet('空');
  await Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject('没有').load('name');
    const used = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true).load('values');
    await context.sync();
    expect([none.isNullObject, used.isNullObject]).toEqual([true, true]);
  });
});

describe('errors', () => {
  const wrong: [string, (context: Excel.RequestContext) => void, string, string][] = [
    [
      'a sheet that is not there',
      ({ workbook }) => workbook.worksheets.getItem('没有').load('name'),
      'ItemNotFound',
      'WorksheetCollection.getItem',
    ],
    [
      'an address that is none',
      ({ workbook }) => workbook.worksheets.getItem('明细').getRange('没有').load('values'),
      'InvalidArgument',
      'Worksheet.GetRange',
    ],
    [
      'a property that is not there',
      ({ workbook }) => workbook.worksheets.getItem('明细').getRange('A1').load('nonsense'),
      'ApiNotFound',
      'Range.Nonsense',
    ],
    [
      'a member the emulator does not have',
      ({ workbook }) => workbook.worksheets.getItem('明细').charts.load('count'),
      'ApiNotFound',
      'Worksheet.Charts',
    ],
    [
      'an array of the wrong size',
      ({ workbook }) => void (workbook.worksheets.getItem('明细').getRange('A1:B1').values = [[1]]),
      'InvalidArgument',
      'Range.Values',
    ],
  ];

  test.each(wrong)('%s', async (_what, use, code, location) => {
    const { Excel } = start();
    const run = Excel.run(async (context) => {
      use(context);
      await context.sync();
    });
    expect(await failure(run)).toMatchObject({ code, debugInfo: { errorLocation: location } });
  });

  test('a protected sheet refuses to be written, what went before stays', async () => {
    const { Excel, sheet, workbook } = start();
    const other = workbook.addSheet('另表');
    sheet.isProtected = true;
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('另表').getRange('A1').values = [[1]];
      context.trace('first');
      context.workbook.worksheets.getItem('明细').getRange('A1').values = [[1]];
      context.trace('second');
      await context.sync();
    });
    const error = await failure(run);
    expect([error.code, error.traceMessages]).toEqual(['AccessDenied', ['first']]);
    expect(error.debugInfo.statement).toContain('.values');
    expect([other.value(0, 0), sheet.value(0, 0)]).toEqual([1, '姓名']);
  });

  test('a response above the limit', async () => {
    const { Excel } = start({ payload: 900, cells: 1000 });
    const run = (address: string): Promise<unknown> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('明细').getRange(address).load('values');
        await context.sync();
        return range.values;
      });
    expect((await failure(run('A1:Z30'))).code).toBe('ResponsePayloadSizeLimitExceeded');
    expect(await run('A1:Z100')).toBeNull();
    expect(await run('A:A')).toBeNull();
  });
});

describe('writing', () => {
  test('takes entries as Excel does', async () => {
    const { Excel, sheet } = start();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('明细').getRange('D1:D5');
      range.values = [['=SUM(B2:B3)'], ["'=x"], ['95%'], [null], ['#N/A']];
      range.load('values,formulas,valueTypes,numberFormat');
      await context.sync();
      expect(range.values).toEqual([[170], ['=x'], [0.95], [''], ['#N/A']]);
      expect(range.formulas[0]).toEqual(['=SUM(B2:B3)']);
      expect(range.valueTypes).toEqual([['Double'], ['String'], ['Double'], ['Empty'], ['Error']]);
      expect(range.numberFormat[2]).toEqual(['0%']);
    });
    expect(sheet.cell(1, 3).formula).toBeNull();
  });

  test('writes large arrays in the pieces the library makes', async () => {
    const { Excel, sheet, endpoint } = start();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('明细').getRange('A1:T400');
      range.values = Array.from({ length: 400 }, (_, row) =>
        Array.from({ length: 20 }, (_x, column) => row * 20 + column),
      );
      await context.sync();
    });
    expect(endpoint.lastActions.length).toBeLessThan(60);
    expect([sheet.value(0, 1), sheet.value(399, 19)]).toEqual([1, 7999]);
  });

  test('rows that come and go move what is below and what refers to it', async () => {
    const { Excel, sheet, workbook } = start();
    workbook.names = [{ name: '得分', formula: '=明细!$B$2:$B$3', visible: true, scope: null }];
    workbook.enter(sheet, 3, 1, '=SUM(B2:B3)');
    await Excel.run(async (context) => {
      const ws = context.workbook.worksheets.getItem('明细');
      const below = ws.getRange('A3');
      ws.getRange('3:4').insert('Down');
      below.load('address,values');
      ws.getRange('B6').load('formulas');
      await context.sync();
      expect([below.address, below.values]).toEqual(['明细!A5', [['李四']]]);
    });
    expect([sheet.cell(5, 1).formula, workbook.names[0]!.formula]).toEqual([
      '=SUM(B2:B5)',
      '=明细!$B$2:$B$5',
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('明细').getRange('3:4').delete('Up');
      await context.sync();
    });
    expect([sheet.value(2, 0), sheet.cell(3, 1).formula]).toEqual(['李四', '=SUM(B2:B3)']);
  });

  test('references outlive a request and are given back', async () => {
    const { Excel, sheet, endpoint } = start();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('明细').getRange('A2');
      await context.sync();
      context.workbook.worksheets.getItem('明细').getRange('1:1').insert('Down').untrack();
      await context.sync();
      range.values = [['王五']];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sheet.value(2, 0)).toBe('王五');
    expect(endpoint.session.referenceCount()).toBe(0);
  });
});

test('sets a sheet up', async () => {
  const { Excel, workbook } = start();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('新表');
    sheet.getRange('A1:C1').merge();
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('B2:B3').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
    sheet.freezePanes.freezeRows(2);
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.setPrintTitleRows('$1:$2');
    sheet.getRange('A:A').format.columnWidth = 80;
    sheet.protection.protect();
    const merged = sheet
      .getRange('A1:C5')
      .getMergedAreasOrNullObject()
      .load('address,areas/items/columnCount');
    await context.sync();
    expect([merged.address, merged.areas.items[0]!.columnCount]).toEqual(['新表!A1:C1', 3]);
  });
  const sheet = workbook.sheet('新表')!;
  expect([sheet.frozen?.bottom, sheet.page.orientation, sheet.columnWidths.get(0)]).toEqual([
    1,
    'Landscape',
    80,
  ]);
  expect([sheet.cell(0, 0).format.bold, sheet.isProtected]).toEqual([true, true]);
});

test('tells of changes after the request that made them', async () => {
  const { Excel, workbook, sheet } = start();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('明细').onChanged.add(async (event) => {
      heard.push(`${event.address} ${event.changeType} ${event.triggerSource}`);
    });
    await context.sync();
    context.workbook.worksheets.getItem('明细').getRange('A1:B1').values = [['甲', '乙']];
    await context.sync();
  });
  workbook.enter(sheet, 4, 0, '丙');
  workbook.touched(sheet, { top: 4, left: 0, bottom: 4, right: 0 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual(['A1:B1 RangeEdited ThisLocalAddin', 'A5 RangeEdited Unknown']);
});
