import type { CellEdit, LiveHost, RowReading } from '../../workbook/host';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import { isAsWasRead } from '../asked';
import type { EvaluateOptions, Evaluation, SheetReading } from '../evaluation';
import type { Run, Session } from '../session';
import { Ground } from './ground';
import { rowsToRead } from './rowsToRead';

export type { CellEdit };

/** The evaluation after edits, and how it came about. */
export interface Followed {
  readonly evaluation: Evaluation;
  /**
   * The rows that the edits touch were taken in, all was read afresh on their account, or nothing is different. Where
   * what was known was from before this product wrote, all is read for them too, which is not their doing.
   */
  readonly how: 'rows' | 'whole' | 'same';
}

/**
 * Follows what is done in an open workbook. It is for the eyes, and says what a fill may begin with: whatever is written
 * rests on a full read of its own, which has to find exactly what was followed to.
 */
export interface Follower {
  /** Calls back after changes to the workbook; the promised function ends it. */
  watch(onEdit: (edit: CellEdit) => void): Promise<() => Promise<void>>;
  /**
   * The evaluation after the edits. Only the rows are read that they touch; where these do not tell everything, all is
   * read afresh. Rejects with HostError, and with what `check` rejects with.
   */
  follow(
    evaluation: Evaluation,
    edits: readonly CellEdit[],
    options: EvaluateOptions,
    run: Run,
  ): Promise<Followed>;
  /**
   * Gets ready to follow an evaluation, so that its first edit need not wait for that. It pauses with `pause` after each
   * few milliseconds, and ends early once the signal is aborted; what it has got ready is kept. Never rejects.
   */
  prepare(evaluation: Evaluation, pause: () => Promise<void>, signal: AbortSignal): Promise<void>;
  /** Says that there are edits which nobody has followed: a fill that comes now need not find that out first. */
  missed(): void;
}

/** What a follower needs of the session: `check` is a full, fresh read; the others as in `createSession`. */
export type FollowedSession = Pick<Session, 'check' | 'followed' | 'outdated'>;

export function createFollower(host: LiveHost, { check, followed, outdated }: FollowedSession): Follower {
  let ground: Ground | null = null;

  /** What is known of an evaluation, or is being found out. */
  function groundOf(evaluation: Evaluation): Ground {
    return ground?.holdsFor(evaluation) ? ground : (ground = new Ground(evaluation));
  }

  async function byRows(
    before: Evaluation,
    edits: readonly CellEdit[],
    { signal }: Run,
  ): Promise<Followed | null> {
    if (!isAsWasRead(before)) return null;
    const { live, far } = await groundOf(before).ready(signal);
    const blocks = rowsToRead(before, far, edits);
    const rows = blocks && (await host.readRows(blocks));
    if (!rows) return null;
    const changed = rows.filter((row) => isChanged(before.snapshot, row));
    if (changed.length === 0) return { evaluation: before, how: 'same' };
    // What is given up half-way is found out again: the rows may have been taken in on the way.
    const own = ground;
    ground = null;
    far.replace(changed);
    let isNarrow = true;
    for (const [sheet, rowsOf] of bySheet(changed)) {
      await live.applyInSlices(sheet, rowsOf, { signal });
      isNarrow &&= live.wasNarrow;
    }
    if (isNarrow) ground = own;
    return isReadAlike(before, live.evaluation) ? { evaluation: live.evaluation, how: 'rows' } : null;
  }

  return {
    watch: (onEdit) => host.watch(onEdit),
    follow: async (evaluation, edits, options, run) => {
      const known = await byRows(evaluation, edits, run);
      if (known) {
        followed(evaluation, known.evaluation);
        return known;
      }
      // What this product did itself is nobody's doing.
      const isMoved = edits.some(({ area, own }) => area === null && !own);
      const how = isAsWasRead(evaluation) || isMoved ? 'whole' : 'rows';
      return { evaluation: await check(options, run), how };
    },
    prepare: async (evaluation, pause, signal) => {
      if (!isAsWasRead(evaluation)) return;
      // Whoever has just made the evaluation is about to draw it.
      await pause();
      if (signal.aborted) return;
      await groundOf(evaluation)
        .ready(signal, pause)
        .catch(() => undefined);
    },
    missed: outdated,
  };
}

function bySheet(rows: readonly RowReading[]): Map<string, RowReading[]> {
  const groups = new Map<string, RowReading[]>();
  for (const row of rows) groups.set(row.sheet, [...(groups.get(row.sheet) ?? []), row]);
  return groups;
}

/** Whether the row holds anything else than what was read of it. */
function isChanged({ sheets }: Snapshot, { sheet, row, values, formats, formulas }: RowReading): boolean {
  const known = sheets.find(({ name }) => name === sheet)!;
  return values.some((value, offset) => {
    const column = known.left + offset;
    const key = cellKey(row, column);
    return (
      value !== valueAt(known, row, column) ||
      !isSameDetail(known, key, formats.get(column), formulas.get(column))
    );
  });
}

function isSameDetail(
  known: SheetSnapshot,
  key: number,
  format: string | undefined,
  formula: string | undefined,
): boolean {
  return known.formats.get(key) === format && known.formulas.get(key) === formula;
}

/** Whether sheets and columns were taken for the same: else other number formats may be needed than were read. */
function isReadAlike(before: Evaluation, after: Evaluation): boolean {
  const recognised = ({ sheet, definition, headerRows, columns }: SheetReading): unknown => [
    sheet,
    definition,
    headerRows,
    columns.map(({ field }) => field),
  ];
  const all = ({ readings }: Evaluation): string => JSON.stringify(readings.map(recognised));
  return all(before) === all(after);
}
