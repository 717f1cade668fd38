import { HostFault, type HostFaultNumber, type WireErrorCode } from '../../emulator/executor';
import type { SheetModel, WorkbookModel } from '../../emulator/model';
import { MEMORY_NAMESPACE } from '../../src/workbook/host';
import type { Bench } from './bench';

/** `user`: somebody else changes the workbook; everything else is a failure of the host. */
export type Family = 'host' | 'lost' | 'action' | 'user';

export interface Injection {
  readonly name: string;
  readonly family: Family;
  /** Lets it happen at the n-th request from now. */
  readonly arm: (bench: Bench, request: number) => void;
  /** What the other user does. */
  readonly act?: Act;
}

/** Does it; where it depends on what the sheet holds, the result does the very same again (`Again`). */
export type Act = (workbook: WorkbookModel, target: string) => Again | void;

/**
 * The very same in the very same cell of another copy of the workbook, whatever that has become the last row of; `false`,
 * and nothing done, where the cell is not the one that it was.
 */
export type Again = (workbook: WorkbookModel) => boolean;

const CODES = Object.entries(HostFault);

function failing(name: string, host: HostFaultNumber): Injection {
  return {
    name: `${host} ${name}`,
    family: 'host',
    arm: ({ endpoint }, request) => endpoint.fail({ request, host }),
  };
}

/** What may come back of a request that was carried out: no answer, too long an answer, a vague one. */
function isLosable([, host]: (typeof CODES)[number]): boolean {
  return [
    HostFault.InvalidOrTimedOutSession,
    HostFault.ResponsePayloadSizeLimitExceeded,
    HostFault.GeneralException,
  ].some((one) => one === host);
}

/** The request was carried out, and its answer is this error. */
function losing(name: string, host: HostFaultNumber): Injection {
  return {
    name: `${host} ${name}(已执行,应答丢失)`,
    family: 'lost',
    arm: ({ endpoint }, request) => endpoint.fail({ request, host, done: true }),
  };
}

/** A note to the answer how far Excel came; it does nothing that could fail. */
const TRACE = 5;

/** The n-th action of the request fails, or the next one that does something. */
function breaking(code: WireErrorCode, nth: number): Injection {
  return {
    name: `${code}(第 ${nth + 1} 个动作)`,
    family: 'action',
    arm: ({ endpoint }, request) =>
      endpoint.fail({
        request,
        code,
        action: ({ ActionType }, index) => index >= nth && ActionType !== TRACE,
      }),
  };
}

/** Nobody can do anything to a sheet that is out of sight. */
function inSight(workbook: WorkbookModel): SheetModel[] {
  return workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
}

function sheetAt(workbook: WorkbookModel, target: string): SheetModel {
  const sheets = inSight(workbook);
  return sheets.find(({ name }) => name === target) ?? sheets[0]!;
}

function otherThan(workbook: WorkbookModel, target: string): SheetModel {
  const sheets = inSight(workbook);
  return sheets.find(({ name }) => name !== target) ?? sheets[0]!;
}

function edit(workbook: WorkbookModel, sheet: SheetModel): Again | void {
  const area = sheet.usedArea(true);
  if (!area) return;
  const { bottom: row, left: column } = area;
  const stood = JSON.stringify(sheet.peek(row, column));
  const write = (book: WorkbookModel, into: SheetModel): void => {
    book.store(into, row, column, '别人写的');
    book.touched(into, { top: row, left: column, bottom: row, right: column });
  };
  write(workbook, sheet);
  return (other) => {
    const same = other.sheet(sheet.name);
    if (!same || JSON.stringify(same.peek(row, column)) !== stood) return false;
    write(other, same);
    return true;
  };
}

function insertRow(workbook: WorkbookModel, sheet: SheetModel): void {
  workbook.shift(sheet, { axis: 'row', at: 1, count: 1 });
}

export const ACTS: Readonly<Record<string, Act>> = {
  改了要写的表: (workbook, target) => edit(workbook, sheetAt(workbook, target)),
  改了别的表: (workbook, target) => edit(workbook, otherThan(workbook, target)),
  在要写的表插入一行: (workbook, target) => insertRow(workbook, sheetAt(workbook, target)),
  在别的表插入一行: (workbook, target) => insertRow(workbook, otherThan(workbook, target)),
  给要写的表改名: (workbook, target) => workbook.renameSheet(sheetAt(workbook, target), '别人改的名'),
  给别的表改名: (workbook, target) => workbook.renameSheet(otherThan(workbook, target), '别人改的名'),
  删除要写的表: (workbook, target) => workbook.deleteSheet(sheetAt(workbook, target)),
  删除别的表: (workbook, target) => workbook.deleteSheet(otherThan(workbook, target)),
  新增一张表: (workbook) => workbook.store(workbook.addSheet('别人的表'), 0, 0, '别人写的'),
  改了保存的设置: (workbook) => {
    const known = workbook.customXmlParts.find(({ namespaceUri }) => namespaceUri === MEMORY_NAMESPACE);
    const xml = `<memory xmlns="${MEMORY_NAMESPACE}"><entry name="x-other">1</entry></memory>`;
    workbook.setXmlPart(known?.id ?? workbook.newId(), xml);
  },
};

function meanwhile([name, act]: [string, Act], targetOf: () => string): Injection {
  return {
    name,
    family: 'user',
    act,
    arm: ({ endpoint, workbook }, request) => endpoint.meanwhile(request, () => act(workbook, targetOf())),
  };
}

/** With what an action can end: these take turns. */
const ACTION_CODES: readonly WireErrorCode[] = [
  'GeneralException',
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'InvalidOrTimedOutSession',
  'RequestPayloadSizeLimitExceeded',
  'UnsupportedOperation',
  'ResponsePayloadSizeLimitExceeded',
  'ActivityLimitReached',
];

/** What the short form lets the other user do: what was hardest to get right. */
const SHORT_ACTS: readonly string[] = ['在要写的表插入一行', '改了保存的设置', '改了要写的表'];

/** A request at which things go wrong. */
export interface Place {
  /** 1 for the first. */
  readonly request: number;
  /** How many requests the operation makes. */
  readonly of: number;
  /** The actions at which the request is broken. */
  readonly cuts: readonly number[];
}

/** What can go wrong at a request; `target` is the sheet that the operation writes to. */
export function injections(target: string, place: Place, isFull: boolean): readonly Injection[] {
  const lists = isFull ? everything() : some(place);
  return [
    ...lists.codes.map(([name, host]) => failing(name, host)),
    ...lists.lost.map(([name, host]) => losing(name, host)),
    ...lists.acts.map((act) => meanwhile(act, () => target)),
    ...place.cuts.map((at, index) => breaking(turn(ACTION_CODES, place.request + index), at)),
  ];
}

interface Lists {
  readonly codes: typeof CODES;
  readonly lost: typeof CODES;
  readonly acts: readonly [string, Act][];
}

function everything(): Lists {
  return { codes: CODES, lost: CODES.filter(isLosable), acts: Object.entries(ACTS) };
}

/** The short form: one of each at a request, in turn; the other user comes when it is about to be written. */
function some({ request, of }: Place): Lists {
  const act = turn(SHORT_ACTS, request);
  return {
    codes: [turn(CODES, request)],
    lost: request % 2 === 0 ? [turn(CODES.filter(isLosable), request / 2)] : [],
    acts: request > of / 2 ? [[act, ACTS[act]!]] : [],
  };
}

function turn<T>(list: readonly T[], number: number): T {
  return list[number % list.length]!;
}
