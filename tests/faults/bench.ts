import { openInExcel } from '../../emulator/bridge/install';
import type { HostEndpoint } from '../../emulator/executor';
import { openFile, type WorkbookModel } from '../../emulator/model';
import { createExcelHost } from '../../src/hosts/excel';
import { HostError, type WorkbookHost } from '../../src/workbook/host';
import { sampleBytes } from '../fixtures/scoreBooks';
import type { Operation } from './operations';
import { stateOf } from './state';

const SUMMARY = '客户服务质量测评汇总表';

/** A workbook on which everything has been done that comes before the operation. */
export interface Bench {
  readonly workbook: WorkbookModel;
  readonly endpoint: HostEndpoint;
  readonly host: WorkbookHost;
}

const files = new Map<string, Uint8Array>();

/** The bytes of a sample, the same ones each time. */
function fileOf(sample: string): Uint8Array {
  const bytes = files.get(sample) ?? sampleBytes(sample);
  files.set(sample, bytes);
  return bytes;
}

export async function prepare({ sample, before }: Operation): Promise<Bench> {
  const { workbook } = openFile(fileOf(sample), `${sample}.xlsx`);
  giveName(workbook);
  const endpoint = openInExcel(workbook);
  const host = createExcelHost();
  for (const deed of before) await deed(host);
  return { workbook, endpoint, host };
}

/** A name over all persons of the summary that stands there: it takes in new ones, and gives them back. */
function giveName(workbook: WorkbookModel): void {
  if (!workbook.sheet(SUMMARY)) return;
  const formula = `=${SUMMARY}!$K$4:$K$22`;
  workbook.names = [...workbook.names, { name: '全部得分', formula, visible: true, scope: null }];
}

/** The same workbook, with a pane that was just opened. */
export function reopened({ workbook }: Bench): Bench {
  return { workbook, endpoint: openInExcel(workbook), host: createExcelHost() };
}

/** What an operation on a bench came to; `error` is `null` where it did not reject. */
export interface Ending {
  readonly error: Error | null;
  readonly state: string;
  readonly requests: number;
}

export async function perform({ workbook, endpoint, host }: Bench, { deed }: Operation): Promise<Ending> {
  const first = endpoint.requests;
  const error = await deed(host).then(
    () => null,
    (reason: unknown) => (reason instanceof Error ? reason : new Error(JSON.stringify(reason))),
  );
  return { error, state: stateOf(workbook), requests: endpoint.requests - first };
}

/** The sentence for the user, `null` where there is none: not a `HostError`, or it does not say what to do. */
export function sentenceOf(error: unknown): string | null {
  return error instanceof HostError && /[\u4e00-\u9fff].*请/.test(error.message) ? error.message : null;
}
