import type { ClassificationScheme, CompositeScheme, SurveyScheme, TableScheme } from '../../model';
import { type Parameter, parametersOf } from './parameters';

/** What stands in a cell of a block, and how it is read: a share bears its percent sign, a field its name. */
export type CellForm = 'text' | 'list' | 'number' | 'percent' | 'flag' | 'field';

/** A column of a block; `key` is the part of an entry that it shows. */
export interface Column {
  readonly key: string;
  readonly header: string;
  readonly form: CellForm;
}

/** A row of a block: what stands in its cells. */
export type Entry = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A list of a scheme as a block of rows; the first column tells the block from the others. */
export interface BlockPlan {
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  /** The places of the scheme that a column of a row feeds; '' as the key stands for the row. */
  readonly places: (index: number, key: string, entry: Entry) => readonly string[];
  /** Puts the entries that were read into a scheme file. */
  readonly into: (entries: readonly Entry[]) => readonly (readonly [path: string, value: unknown])[];
}

/** What a scheme over a table says that its owner may change: figures of their own, and lists. */
export interface TablePlan {
  readonly parameters: readonly Parameter[];
  readonly blocks: readonly BlockPlan[];
}

/** The plan by which a scheme over a table is written as a sheet, and read back over itself. */
export function planOf(scheme: TableScheme): TablePlan {
  return { parameters: parametersOf(scheme), blocks: blocksFor(scheme) };
}

function blocksFor(scheme: TableScheme): readonly BlockPlan[] {
  switch (scheme.kind) {
    case 'groupMean':
      return [];
    case 'composite':
      return [weightBlock(scheme)];
    case 'survey':
      return [levelBlock(scheme)];
    case 'minimums':
      return [
        listBlock(
          'rules',
          scheme.rules.map((rule) => ({ ...rule })),
          MINIMUM_COLUMNS,
        ),
      ];
    case 'tally':
      return [
        listBlock(
          'categories',
          scheme.categories.map((each) => ({ ...each })),
          NAME_COLUMNS,
        ),
      ];
    case 'classification':
      return codeBlocks(scheme);
  }
}

const NAME_COLUMNS: readonly Column[] = [
  { key: 'name', header: '类别名称', form: 'text' },
  { key: 'synonyms', header: '类别别名', form: 'list' },
];

const MINIMUM_COLUMNS: readonly Column[] = [
  ...NAME_COLUMNS,
  { key: 'minimum', header: '最低数量', form: 'number' },
  { key: 'share', header: '最低比例', form: 'percent' },
  { key: 'withLow', header: '低分另加', form: 'flag' },
  { key: 'clause', header: '依据条文', form: 'text' },
];

/** A list of the scheme file whose entries are the rows. */
function listBlock(path: string, entries: readonly Entry[], columns: readonly Column[]): BlockPlan {
  return {
    columns,
    entries,
    places: (index, key) => [key === '' ? `${path}.${index}` : `${path}.${index}.${key}`],
    into: (read) => [[path, read]],
  };
}

/** The values that rows have under a key, by what the rows are called; `undefined` where none has any. */
function valuesBy(entries: readonly Entry[], name: string, value: string): unknown {
  const given = entries.filter((entry) => entry[value] !== undefined);
  return given.length === 0
    ? undefined
    : Object.fromEntries(given.map((entry) => [String(entry[name]), entry[value]]));
}

function weightBlock({ forms, shares }: CompositeScheme): BlockPlan {
  return {
    columns: [
      { key: 'form', header: '形式名称', form: 'field' },
      { key: 'share', header: '形式权重', form: 'percent' },
    ],
    entries: forms.map((form) => ({ form, share: shares?.[form] })),
    // What all of them come to is said at the last one.
    places: (index, key, { form }) =>
      key === 'share' ? [`shares.${String(form)}`, 'shares'] : [`forms.${index}`],
    into: (read) => [
      ['forms', read.map(({ form }) => form)],
      ['shares', valuesBy(read, 'form', 'share')],
    ],
  };
}

function levelBlock({ levels, levelPoints }: SurveyScheme): BlockPlan {
  return {
    columns: [
      { key: 'level', header: '程度名称', form: 'text' },
      { key: 'points', header: '程度分值', form: 'number' },
    ],
    entries: levels.suggested.map((level) => ({ level, points: levelPoints?.[level] })),
    places: (index, key, { level }) =>
      key === 'points' ? [`levelPoints.${String(level)}`] : [`levels.suggested.${index}`],
    into: (read) => [
      ['levels.suggested', read.map(({ level }) => level)],
      ['levelPoints', valuesBy(read, 'level', 'points')],
    ],
  };
}

/** A block for each part of the class that is read off a word. */
function codeBlocks({ codes, fields }: ClassificationScheme): readonly BlockPlan[] {
  return codes.map(({ field, values }, list) => {
    const title = fields.find(({ id }) => id === field)?.name ?? field;
    return listBlock(
      `codes.${list}.values`,
      values.map((each) => ({ ...each })),
      [
        { key: 'code', header: `${title}代码`, form: 'text' },
        { key: 'name', header: `${title}名称`, form: 'text' },
        { key: 'synonyms', header: `${title}别名`, form: 'list' },
      ],
    );
  });
}
