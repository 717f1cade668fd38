import { readWorkbook } from '../../src/hosts/file/read/readWorkbook';
import { workbookFromSnapshot } from '../model';
import { byId } from './dom';
import { downloadButton } from './download';
import { formulaBar } from './formula-bar';
import { Grid } from './grid/grid';
import { offerToTests } from './hook';
import { ModelBook } from './model-book';
import { panePanel } from './pane';
import { readRibbon } from './ribbon/manifest';
import { drawRibbon } from './ribbon/ribbon';
import { sheetTabs } from './tabs';
import { takeWidths } from './widths';

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function start(): Promise<void> {
  const [file, manifest] = await Promise.all([fetched('workbook.xlsx'), fetched('manifest.xml')]);
  const name = decodeURIComponent(file.headers.get('x-workbook-name') ?? '');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const ribbon = readRibbon(await manifest.text());
  const workbook = workbookFromSnapshot(readWorkbook(bytes, name));
  takeWidths(workbook, bytes);
  const book = new ModelBook(workbook, async () => bytes);
  document.title = `${name} - 演示`;
  byId('book-name').textContent = name;
  const grid = new Grid(book);
  formulaBar(book, () => grid.focus());
  sheetTabs(book);
  downloadButton(book);
  offerToTests(book);
  const panel = panePanel(ribbon.appName, ribbon.paneUrl, '');
  drawRibbon(ribbon, () => panel.show());
}

start().catch((error: unknown) => {
  byId('book-name').textContent = '没有打开';
  byId('message').textContent = error instanceof Error ? error.message : String(error);
});
