import { published, type ScoreBook } from '../model';
import { writeMemory } from '../workbook/memory';
import type { Snapshot } from '../workbook/snapshot';
import { snapshotToText } from '../workbook/snapshotFile';
import { rememberedAnswers, withAnswers } from './answers';
import { evaluate } from './evaluate';
import type { Evaluation } from './evaluation';
import { memoryFor, memoryOf } from './remembered';
import { replaceNames } from './replaceNames';
import { rulesOf, withScheme } from './scheme/rules';

/** A snapshot of an evaluation with names replaced, or `null` where its replay would not give the same figures. */
export function namelessSnapshot(evaluation: Evaluation): Snapshot | null {
  const { scheme, recognition, scores, period, rulings } = evaluation;
  const replaced = replaceNames(evaluation.snapshot, recognition);
  const nameless = { ...replaced, memory: settingsAlone(evaluation, replaced) };
  const options = { rulings, ...(period === null ? {} : { period }) };
  const answers = rememberedAnswers(memoryOf(nameless), scheme);
  const replayed = evaluate(nameless, scheme, options, { answers }, evaluation.standing);
  return sameFigures(scores, replayed.scores) ? nameless : null;
}

/** What the workbook remembers of period, rulings and answers, under the sheets' new names; nothing that quotes cells. */
function settingsAlone({ snapshot, scheme, standing }: Evaluation, replaced: Snapshot): string | null {
  const memory = memoryOf(snapshot);
  const names = new Map(snapshot.sheets.map(({ name }, at) => [name, replaced.sheets[at]!.name]));
  const sheets = rememberedAnswers(memory, scheme).sheets.map((answer) => ({
    ...answer,
    sheet: names.get(answer.sheet) ?? answer.sheet,
  }));
  const settings = { ...memory, undo: null, others: new Map<string, string>() };
  // Who changed the rules is a name too.
  const { history: _names, ...rules } = rulesOf(standing.rules);
  const { id } = standing.shipped;
  const plain = { ...settings, others: memoryFor(id).others };
  const ruled = standing.source === 'shipped' ? plain : withScheme(settings, id, rules);
  return writeMemory(withAnswers(ruled, { sheets }));
}

function sameFigures(one: ScoreBook, other: ScoreBook): boolean {
  const figures = ({ persons, departments }: ScoreBook): string =>
    JSON.stringify([
      persons.map(({ assessee, status, sections, score, rank, deduction }) => [
        assessee.post,
        status,
        ...sections.map(({ points }) => published(points)),
        published(score),
        rank,
        published(deduction),
      ]),
      departments.map(({ persons: count, score, rank }) => [count, published(score), rank]),
    ]);
  return figures(one) === figures(other);
}

/** The text of a snapshot to be saved; `null` where names were to be replaced and could not be without harm. */
export function snapshotToSave(
  evaluation: Evaluation,
  options: { readonly replaceNames: boolean },
): string | null {
  const snapshot = options.replaceNames ? namelessSnapshot(evaluation) : evaluation.snapshot;
  return snapshot && snapshotToText(snapshot);
}
