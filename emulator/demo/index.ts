import { applyChanges, readWorkbook } from '../../src/hosts/file/bytes';
import { changesSinceLoad, HostEndpoint, readProtection, workbookFromSnapshot } from '..';
import { byId } from './dom';
import { downloadButton } from './download';
import { formulaBar } from './formula-bar';
import { Grid } from './grid/grid';
import { offerToTests } from './hook';
import { ModelBook } from './model-book';
import { openPane } from './pane';
import { readRibbon } from './ribbon/manifest';
import { drawRibbon } from './ribbon/ribbon';
import { sheetTabs } from './tabs';
import { takeWidths } from './widths';

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The workbook that the server was started with, its bytes kept for saving. */
async function openBook() {
  const file = await fetched('workbook.xlsx');
  const name = decodeURIComponent(file.headers.get('x-workbook-name') ?? '');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = workbookFromSnapshot(readWorkbook(bytes, name));
  takeWidths(workbook, bytes);
  readProtection(workbook, bytes);
  const book = new ModelBook(workbook, async () => applyChanges(bytes, changesSinceLoad(workbook), name));
  return { workbook, book };
}

async function start(): Promise<void> {
  const [{ workbook, book }, manifest] = await Promise.all([openBook(), fetched('manifest.xml')]);
  const ribbon = readRibbon(await manifest.text());
  document.title = `${book.name} - 演示`;
  byId('book-name').textContent = book.name;
  const grid = new Grid(book);
  formulaBar(book, () => grid.focus());
  sheetTabs(book);
  downloadButton(book);
  const endpoint = new HostEndpoint(workbook);
  offerToTests(book, endpoint);
  const asked = new URLSearchParams(location.search);
  const pane = openPane({
    endpoint,
    appName: ribbon.appName,
    address: ribbon.paneUrl,
    origin: new URL(asked.get('pane') ?? location.href).origin,
    locale: asked.get('language') ?? 'zh-CN',
    excelApi: asked.get('excelApi'),
    onLeave: () => grid.focus(),
  });
  drawRibbon(ribbon, (id, action) => {
    pane.show();
    if (action.kind === 'runFunction') void pane.run(action.name, id);
  });
}

start().catch((error: unknown) => {
  byId('book-name').textContent = '没有打开';
  byId('message').textContent = error instanceof Error ? error.message : String(error);
});
