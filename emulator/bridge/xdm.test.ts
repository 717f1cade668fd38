import { HostEndpoint } from '../executor';
import { WorkbookModel } from '../model';
import { XdmHost, type XdmOptions } from './xdm';

interface Sent {
  readonly _actionName: string;
  readonly _responseType: number;
  readonly _correlationId: number;
  readonly _data: Record<string, unknown>;
}

function start(options: Partial<XdmOptions> = {}) {
  const workbook = new WorkbookModel('测试.xlsx');
  const sheet = workbook.addSheet('明细');
  const sent: Sent[] = [];
  const host = new XdmHost(
    {
      endpoint: new HostEndpoint(workbook),
      hostOrigin: 'https://localhost:3000',
      locale: 'zh-CN',
      conversationId: 'c1',
      ...options,
    },
    (text) => sent.push(JSON.parse(text) as Sent),
  );
  let next = 1;
  const ask = (name: string, data: unknown, actionType = 0): void => {
    next += 1;
    const message = { _messageType: 0, _actionName: name, _conversationId: 'c1', _correlationId: next };
    host.receive(JSON.stringify({ ...message, _origin: '', _data: data, _actionType: actionType }));
  };
  return { workbook, sheet, host, sent, ask };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function batch(actions: object[], paths: object): object {
  const body = JSON.stringify({ Actions: actions, ObjectPaths: paths });
  return { ArrayData: ['', 'POST', 'ProcessQuery', [], body, 0, 0], DdaMethod: { DispatchId: 93 } };
}

const WORKBOOK_NAME = batch(
  [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
  { '1': { Id: 1, ObjectPathType: 1, Name: '' } },
);

test('the frame name tells office.js where it is', () => {
  const { host } = start();
  const name = JSON.parse(host.frameName) as Record<string, string>;
  expect(name['hostInfo']).toMatch(/^Excel\$Web\$16\.01\$zh-CN\$/);
  expect(name['xdmInfo']!.split('|')).toEqual(['c1', expect.any(String), 'https://localhost:3000']);
});

test('hands out the context of the add-in', () => {
  const { ask, sent } = start({ settings: { a: '1' }, readOnly: true });
  ask('ContextActivationManager_getAppContextAsync', 'x');
  expect(sent[0]!._data).toMatchObject({
    _appName: 16,
    _clientMode: 0,
    _appUILocale: 'zh-CN',
    _settings: [['a', '1']],
  });
  expect(JSON.parse(String(sent[0]!._data['_requirementMatrix']))).toMatchObject({ ExcelApi: '1.17' });
});

test('runs batches and reports faults', async () => {
  const endpoint = new HostEndpoint(new WorkbookModel('甲.xlsx'));
  const { ask, sent } = start({ endpoint });
  ask('executeMethod', WORKBOOK_NAME);
  await settle();
  endpoint.fail({ request: 1, host: 5012 });
  ask('executeMethod', WORKBOOK_NAME);
  await settle();
  const [status, , text] = sent[0]!._data['Data'] as [number, unknown, string];
  expect([status, JSON.parse(text)]).toEqual([
    200,
    { Results: [{ ActionId: 1, Value: { Name: '甲.xlsx' } }], TraceIds: [] },
  ]);
  expect(sent[1]!._data).toEqual({ Version: 1, Error: 5012 });
});

test('presses ribbon buttons and waits for them', async () => {
  const { ask, sent, host } = start();
  ask('appCommandInvoked', { controlId: 'x', eventDispId: 39, targetId: '' }, 1);
  await host.ready;
  const pressed = host.invokeCommand('fillSummary', 'btnFill');
  await settle();
  expect(sent.at(-1)).toMatchObject({
    _actionName: 'appCommandInvoked',
    _responseType: 1,
    _data: ['cmd-1', 'fillSummary', '{"source":{"id":"btnFill"}}'],
  });
  ask('executeMethod', { '0': 'cmd-1', '1': 0, DdaMethod: { DispatchId: 94 } });
  await expect(pressed).resolves.toBeUndefined();
});

test('passes on what the user does, once the add-in listens', async () => {
  const { ask, sent, workbook, sheet } = start();
  ask('richApiMessage', { controlId: 'x', eventDispId: 33, targetId: '' }, 1);
  const paths = {
    '1': { Id: 1, ObjectPathType: 1, Name: '' },
    '2': { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  };
  ask(
    'executeMethod',
    batch([{ Id: 1, ActionType: 3, Name: '_RegisterDataChangedEvent', ObjectPathId: 2 }], paths),
  );
  await settle();
  workbook.enter(sheet, 0, 0, 5);
  workbook.touched(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
  const [entry] = sent.at(-1)!._data['ArrayData'] as [number, number, string, string][];
  expect([entry![1], entry![2], JSON.parse(entry![3])]).toMatchObject([10, 'Workbook', { address: 'A1' }]);
});

test('leaves messages of others alone and saves settings', () => {
  let saved: unknown = null;
  const { host, ask, sent } = start({ onSettings: (settings) => (saved = settings) });
  host.receive('{"_messageType":0,"_conversationId":"other"}');
  host.receive({ some: 'object' });
  host.receive('{broken');
  expect(sent).toEqual([]);
  ask('executeMethod', { DdaSettingsMethod: { Properties: [['k', '"v"']] }, DdaMethod: { DispatchId: 76 } });
  expect([saved, sent[0]!._data]).toEqual([{ k: '"v"' }, { Version: 1, Error: 0 }]);
});
