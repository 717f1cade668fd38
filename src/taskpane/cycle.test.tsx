/**
 * @jest-environment jsdom
 */
import { act, cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import { openPane } from '../../tests/pane/opening';
import type { CycleDesk, Made } from '../cycle/desk';
import { CycleDeskContext } from './state/cycleDesk';

// Longer than elsewhere: the desk is loaded too.
configure({ asyncUtilTimeout: 60_000 });
jest.setTimeout(180_000);

const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = () => 'blob:made';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});

afterEach(cleanup);

function file(name: string): File {
  return Object.assign(new File(['x'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
}

const made = (text: string): Promise<Made> =>
  Promise.resolve({ bytes: new Uint8Array(1), text, isClean: true });

/** An error that speaks to users. */
const told = (message: string): Error => Object.assign(new Error(message), { name: 'HostError' });

/** What the desk would answer; what it does is tested without a pane. */
const desk: CycleDesk = {
  strata: [{ id: 'format', name: '业态' }],
  drawCheck: (workbook, drawn) => made(`${workbook.name} 与 ${drawn?.name ?? '自己'}`),
  draw: (list) => Promise.reject(told(`“${list.name}”不是 Excel 工作簿。`)),
  collect: (files) => made(`共 ${files.length} 个文件`),
  bulletin: (_evaluation, naming) => made(`通报 ${naming}`),
  slips: () => made('明细单'),
  archive: ({ name }) => made(`已归档 ${name}`),
  verify: () => Promise.resolve({ bytes: null, text: 'result.json 与归档时不一致。', isClean: false }),
  compare: (before, after) => made(`${before.name} 与 ${after.name}`),
};

async function openCycle(own: CycleDesk = desk) {
  const { services, store } = await openPane({
    around: (pane) => <CycleDeskContext value={() => Promise.resolve(own)}>{pane}</CycleDeskContext>,
  });
  act(() => store.getState().show({ name: 'cycle' }));
  await screen.findByRole('heading', { name: '汇集' });
  return services;
}

function part(title: string) {
  return within(screen.getByRole('region', { name: title }));
}

async function choose(title: string, label: RegExp, files: readonly File[]) {
  await act(async () => {
    fireEvent.change(part(title).getByLabelText(label), { target: { files } });
  });
}

async function press(title: string, name: string) {
  await act(async () => {
    fireEvent.click(part(title).getByRole('button', { name }));
  });
}

test('collects several workbooks and saves the one', async () => {
  await openCycle();
  await choose('汇集', /可以选多个/, [file('a.xlsx'), file('b.xlsx')]);
  await press('汇集', '汇集并保存');
  await part('汇集').findByText('共 2 个文件');
  expect(saved).toEqual(['汇集.xlsx']);
});

test('files that were chosen are named, and can be let go of again', async () => {
  await openCycle();
  const names = ['a.xlsx', 'b.xlsx', 'c.xlsx', 'd.xlsx'];
  await choose('汇集', /可以选多个/, names.map(file));
  expect(part('汇集').getByText('a.xlsx、b.xlsx等 4 个文件')).toBeTruthy();
  await press('汇集', '不选了');
  expect(part('汇集').getByText('还没有选')).toBeTruthy();
  expect(document.activeElement).toBe(part('汇集').getByLabelText(/可以选多个/));
  await press('汇集', '汇集并保存');
  expect(part('汇集').queryByText(/个文件$/)).toBeNull();
  expect(saved).toEqual([]);
});

test('archives, verifies and compares', async () => {
  await openCycle();
  await choose('归档和对比', /要归档的工作簿/, [file('a.xlsx')]);
  await press('归档和对比', '归档并保存');
  await part('归档和对比').findByText('已归档 a.xlsx');
  await choose('归档和对比', /要核对的归档/, [file('a.zip')]);
  await press('归档和对比', '核对归档');
  await part('归档和对比').findByText(/与归档时不一致/);
  expect(part('归档和对比').getByText('核对过，有要看的地方')).toBeTruthy();
  await choose('归档和对比', /要核对的归档/, [file('a.zip'), file('b.zip')]);
  await press('归档和对比', '对比两期并保存');
  await part('归档和对比').findByText('a.zip 与 b.zip');
  expect(saved).toEqual(['归档.zip', '两期对比.xlsx']);
});

test('what cannot be done is said in its place, and nothing is saved', async () => {
  await openCycle();
  await choose('抽样', /客户清单/, [file('坏.xlsx')]);
  await press('抽样', '抽样并保存');
  await part('抽样').findByText(/没有做成.*坏\.xlsx.*不是 Excel 工作簿/);
  expect(saved).toEqual([]);
});

test('a file that was changed after it was chosen is said, with what to do, and can be chosen again', async () => {
  await openCycle();
  const gone = Object.assign(file('已改.xlsx'), {
    arrayBuffer: () => Promise.reject(new DOMException('could not be read', 'NotReadableError')),
  });
  await choose('归档和对比', /要归档的工作簿/, [gone]);
  await press('归档和对比', '归档并保存');
  const own = part('归档和对比');
  await own.findByText('没有做成：“已改.xlsx”在选定以后被改动、移走或改名了。请重新选择这个文件再试。');
  await choose('归档和对比', /要归档的工作簿/, [file('已改.xlsx')]);
  expect(own.queryByText(/没有做成/)).toBeNull();
  await press('归档和对比', '归档并保存');
  await own.findByText('已归档 已改.xlsx');
});

test('a fault that nobody knows is said in Chinese, with what to do', async () => {
  await openCycle({ ...desk, archive: () => Promise.reject(new TypeError('许少华 is undefined')) });
  await choose('归档和对比', /要归档的工作簿/, [file('a.xlsx')]);
  await press('归档和对比', '归档并保存');
  await part('归档和对比').findByText('没有做成：出现意外情况。请重试；仍不行请关闭并重新打开任务窗格。');
});

test('what was said of an archive goes when another is chosen; too many are told', async () => {
  await openCycle();
  const own = part('归档和对比');
  await choose('归档和对比', /要核对的归档/, [file('a.zip')]);
  await press('归档和对比', '核对归档');
  await own.findByText(/与归档时不一致/);
  await choose('归档和对比', /要核对的归档/, ['a.zip', 'b.zip', 'c.zip'].map(file));
  expect(own.queryByText(/与归档时不一致/)).toBeNull();
  expect(own.getByText('选了 3 个。核对请只选 1 个，对比请选 2 个。')).toBeTruthy();
  await press('归档和对比', '对比两期并保存');
  expect(saved).toEqual([]);
});

test('draws in strata and spares those of last time, and compares the visits', async () => {
  const wishes: unknown[] = [];
  await openCycle({
    ...desk,
    draw: (list, { strata, last }) => {
      wishes.push([list.name, strata, last?.name]);
      return made('抽中 11 户');
    },
  });
  await choose('抽样', /客户清单/, [file('清单.xlsx')]);
  await choose('抽样', /上次的抽样/, [file('上次.xlsx')]);
  fireEvent.click(await part('抽样').findByRole('checkbox', { name: '业态' }));
  await press('抽样', '抽样并保存');
  await part('抽样').findByText('抽中 11 户');
  expect(wishes).toEqual([['清单.xlsx', ['format'], '上次.xlsx']]);
  await choose('核对走访', /填好走访/, [file('走访.xlsx')]);
  await press('核对走访', '核对');
  await part('核对走访').findByText('走访.xlsx 与 自己');
});

test('a half-year that is none is told before anything is read', async () => {
  await openCycle();
  await choose('汇集', /可以选多个/, [file('a.xlsx')]);
  fireEvent.change(part('汇集').getByLabelText(/半年/), { target: { value: '2008' } });
  await part('汇集').findByText(/要写成 2008H1/);
  await press('汇集', '汇集并保存');
  expect(saved).toEqual([]);
});

test('can be cancelled', async () => {
  await openCycle({
    ...desk,
    collect: (_files, _period, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  });
  await choose('汇集', /可以选多个/, [file('a.xlsx')]);
  await press('汇集', '汇集并保存');
  await part('汇集').findByText('正在处理 0%');
  await press('汇集', '取消');
  await part('汇集').findByText(/已取消/);
  expect(saved).toEqual([]);
});

test('a correction is looked at first, then written and recorded, and can be undone', async () => {
  const services = await openCycle();
  const own = part('更正');
  const type = (label: RegExp, value: string) =>
    act(async () => void fireEvent.change(own.getByLabelText(label), { target: { value } }));
  const press = (name: string) => act(async () => void fireEvent.click(own.getByRole('button', { name })));
  await type(/^单元格/, '明细');
  expect(own.getByText('要写成 工作表!单元格，例如 明细测评表!D12')).toBeTruthy();
  await type(/^单元格/, '明细!D12');
  await type(/^更正后/, '1');
  await type(/^谁申请/, '李明');
  await press('看影响');
  expect(services.calls).not.toContain('preview a correction');
  await type(/^为什么/, '记错');
  await press('更正并记录');
  expect(services.calls).not.toContainEqual(expect.stringContaining('correct 明细'));
  await press('看影响');
  expect(await own.findByText(/明细!D12：2 → 1\s+一所 李明：68.33 分/)).toBeTruthy();
  expect(own.getByText('更正后会这样，现在还没有改：')).toBeTruthy();
  await type(/^为什么/, '记错了');
  await press('更正并记录');
  expect(services.calls).not.toContainEqual(expect.stringContaining('correct 明细'));
  await press('看影响');
  await press('更正并记录');
  expect(await own.findByText('已更正并记录。')).toBeTruthy();
  expect(own.getByText(/可以用上面的“撤销本次更正”收回/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('已更正，记在“更正记录”里。');
  expect(services.calls).toContain('correct 明细 11 3 by 李明');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '撤销本次更正' })));
  expect(screen.getByRole('status').textContent).toContain('已撤销本次更正');
  for (const gone of [/已更正并记录/, /可以用上面的/, /明细!D12：2 → 1/])
    expect(own.queryByText(gone)).toBeNull();
});
