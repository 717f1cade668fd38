import type { Evaluation } from '../../app/evaluation';
import type { CellValue, PersonScore, SheetDefinition } from '../../model';
import type { Entries } from '../../workbook/read/read';
import type { SheetLayout } from '../../workbook/recognise/layout';
import { NO_COLUMN } from './carried';

/** A row that stands for a sheet whose rows could not be told apart by person. */
interface StandIn {
  readonly definition: SheetDefinition;
  readonly values: ReadonlyMap<string, CellValue>;
  readonly place: string;
}

/**
 * A sheet that does not say whose its rows are leaves everybody of the file unscored whose figures hang on it. So
 * that this holds in the collected workbook too, each of them gets a row there that cannot be read.
 */
export function lostSheets(evaluation: Evaluation, entries: Entries): StandIn[] {
  return entries.layouts.flatMap((layout) => standIns(layout, evaluation));
}

function standIns(layout: SheetLayout, { scheme, scores }: Evaluation): StandIn[] {
  const { definition, unreadable, sheet } = layout;
  const section = definition.section;
  if (section === undefined) return [];
  const nameless = ['department', 'name', 'post'].some((field) => unreadable.has(field));
  const concerns = ({ assessee }: PersonScore): boolean =>
    unreadable.has(`person:${assessee.post}`) ||
    (nameless && (layout.post === null || layout.post === assessee.post));
  return scores.persons.filter(concerns).flatMap((person) => {
    const { post, department, name } = person.assessee;
    const home = scheme.sheets.find(
      (each) =>
        each.section === section &&
        each.kind !== 'combined' &&
        each.kind !== 'card' &&
        (each.post === undefined || each.post === post) &&
        (each.kind !== 'visits' || definition.kind === 'visits'),
    );
    if (!home) return [];
    const first = scheme.indicators.find(
      (each) => each.kind === 'perFinding' && each.section === section && each.posts.includes(post),
    );
    const figures =
      home.kind === 'matrix' && first
        ? [first.id]
        : home.fields.filter((id) => !PERSON_FIELDS.has(id) && id !== 'note' && id !== 'sequence');
    const postName = scheme.posts.find(({ id }) => id === post)?.name ?? post;
    const values = new Map<string, CellValue>(figures.map((id) => [id, NO_COLUMN]));
    values.set('department', department).set('name', name).set('post', postName);
    if (home.kind === 'matrix') values.set('household', `(${sheet.name})`);
    return [{ definition: home, values, place: sheet.name }];
  });
}

const PERSON_FIELDS: ReadonlySet<string> = new Set(['department', 'name', 'post']);
