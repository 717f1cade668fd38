import {
  type CellValue,
  type DepartmentScore,
  gradeOf,
  type PersonScore,
  published,
  type Scheme,
} from '../../model';

/** What a summary row says, by field id: numbers with two decimals at most, `''` for what is not known. */
export type Figures = ReadonlyMap<string, CellValue>;

/** Field id of a section's column. */
export function sectionField(section: string): string {
  return `section:${section}`;
}

function orBlank(value: number | null): CellValue {
  return value ?? '';
}

function qualifiedWord(scheme: Scheme, qualified: boolean | null): string {
  if (qualified === null) return '';
  return qualified ? scheme.words.results.qualified : scheme.words.results.unqualified;
}

/** The figures of a person in a post; who has no score gets no number at all, and the word for it. */
export function personFigures(scheme: Scheme, person: PersonScore): Figures {
  const scored = person.status === 'scored';
  const figures = new Map<string, CellValue>();
  const add = (field: string, value: CellValue): void => {
    figures.set(field, scored ? value : '');
  };
  add('sumHouseholds', person.households);
  for (const { section, points } of person.sections) add(sectionField(section), orBlank(published(points)));
  add('sumRawTotal', orBlank(published(person.rawTotal)));
  add('sumScore', orBlank(published(person.score)));
  add('sumRank', orBlank(person.rank));
  add('sumDeduction', orBlank(published(person.deduction)));
  add('sumGrade', gradeOf(scheme, person.score) ?? '');
  const word = scored ? qualifiedWord(scheme, person.qualified) : scheme.words.results.unscored;
  return figures.set('sumQualified', word);
}

/** The figures of a department. Without a published mean only the number of persons is known. */
export function departmentFigures(scheme: Scheme, department: DepartmentScore): Figures {
  return new Map<string, CellValue>([
    ['sumPersons', department.persons],
    ['sumMean', orBlank(published(department.score))],
    ['sumRank', orBlank(department.rank)],
    ['sumQualified', department.score === null ? '' : qualifiedWord(scheme, department.qualified)],
    ['sumGrade', gradeOf(scheme, department.score) ?? ''],
    ['sumHeadDeduction', department.score === null ? '' : orBlank(published(department.headDeduction))],
  ]);
}
