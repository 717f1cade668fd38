import { openInExcel } from '../../emulator/bridge/install';
import type { HostEndpoint } from '../../emulator/executor';
import { workbookFromSnapshot, type WorkbookModel } from '../../emulator/model';
import type { Evaluation } from '../../src/app/evaluation';
import { createFollower, type Followed, type Follower } from '../../src/app/live/follower';
import { toResult } from '../../src/app/result';
import { createSession, type Run } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { CellEdit } from '../../src/workbook/host';
import type { Snapshot } from '../../src/workbook/snapshot';

const run: Run = { signal: new AbortController().signal, onProgress: () => undefined };

/** Events come after the request that caused them. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A workbook that is open in Excel and followed. */
export class Desk {
  readonly edits: CellEdit[] = [];
  evaluation!: Evaluation;

  private constructor(
    readonly workbook: WorkbookModel,
    readonly endpoint: HostEndpoint,
    private readonly session: ReturnType<typeof createSession>,
    private readonly follower: Follower,
  ) {}

  static async open(book: Snapshot): Promise<Desk> {
    const workbook = workbookFromSnapshot(book);
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    const session = createSession(host, yinchuan2008());
    const desk = new Desk(workbook, endpoint, session, createFollower(host, session));
    desk.evaluation = await session.check({}, run);
    await desk.follower.watch((edit) => desk.edits.push(edit));
    return desk;
  }

  /** As the user types it. */
  type(sheet: string, row: number, column: number, value: CellValue): void {
    const model = this.workbook.sheet(sheet)!;
    this.workbook.enter(model, row, column, value);
    this.workbook.touched(model, { top: row, left: column, bottom: row, right: column });
  }

  /** A fill by this product; what it hands back is shown from then on. */
  async fill(): Promise<void> {
    this.evaluation = (await this.session.fill({}, run)).evaluation;
    await settled();
  }

  async undo(): Promise<void> {
    await this.session.undo({ evenIfChanged: false }, run);
    await settled();
  }

  async followed(): Promise<Followed> {
    await settled();
    const followed = await this.follower.follow(this.evaluation, this.edits.splice(0), {}, run);
    this.evaluation = followed.evaluation;
    return followed;
  }

  /** Gets ready to follow, and gives it up after so many pauses. */
  async prepare(most: number): Promise<void> {
    const given = new AbortController();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      if (++pauses > most) given.abort();
      await new Promise((resolve) => setTimeout(resolve));
    };
    await this.follower.prepare(this.evaluation, pause, given.signal);
  }

  /** What is shown after the edits, and what a full read gives. */
  async bothWays(): Promise<readonly [unknown, unknown]> {
    const fresh = await this.session.check({}, run);
    return [this.shown(this.evaluation), this.shown(fresh)];
  }

  shown(evaluation: Evaluation): unknown {
    return [toResult(evaluation), evaluation.readings, this.session.summaryState(evaluation)];
  }
}

/** A sheet of the samples whose rows are edited. */
export const MATRIX = '明细测评表-客户经理';
