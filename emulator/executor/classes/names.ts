import {
  formatArea,
  parseArea,
  quoteSheet,
  splitAddress,
  type DefinedName,
  type SheetModel,
  type TableModel,
  type WorkbookModel,
} from '../../model';
import { invalidArgument, itemNotFound } from '../errors';
import { Remote, type ClassSpec, type RangeTarget } from '../remote';

interface Named {
  readonly workbook: WorkbookModel;
  readonly name: DefinedName;
}

interface Scope {
  readonly workbook: WorkbookModel;
  readonly scope: SheetModel | null;
}

function namesIn({ workbook, scope }: Scope): Named[] {
  const names = workbook.names.filter((one) => one.scope === (scope?.name ?? null));
  return names.map((name) => ({ workbook, name }));
}

function findName(scope: Scope, key: unknown): Named | null {
  const lower = String(key).toLowerCase();
  return namesIn(scope).find((one) => one.name.name.toLowerCase() === lower) ?? null;
}

/** As long as it only takes in rows that have just been inserted, the file can be told. */
function setFormula({ workbook, name }: Named, value: unknown): void {
  const formula = nameFormula(value);
  if (!workbook.journal.nameGrown(name, formula)) workbook.journal.lose(`名称 ${name.name}`);
  workbook.names = workbook.names.map((one) => (one === name ? { ...one, formula } : one));
}

const nameClass: ClassSpec<Named> = {
  name: 'NamedItem',
  scalars: {
    Name: { get: ({ name }) => name.name },
    Formula: { get: ({ name }) => name.formula, set: setFormula },
    Value: { get: ({ name }) => name.formula.slice(1) },
    Type: { get: () => 'Range' },
    Visible: { get: ({ name }) => name.visible },
    Scope: { get: ({ name }) => (name.scope === null ? 'Workbook' : 'Worksheet') },
    Comment: { get: () => '' },
  },
  methods: {
    GetRange: ({ workbook, name }, _args, session) => {
      const { sheet, cells } = splitAddress(name.formula.slice(1));
      const model = sheet === null ? null : workbook.sheet(sheet);
      const area = parseArea(cells);
      if (!model || !area) throw itemNotFound(name.name);
      return session.range(model, area);
    },
    Delete: ({ workbook, name }) => void (workbook.names = workbook.names.filter((one) => one !== name)),
  },
};

function nameFormula(reference: unknown): string {
  if (reference instanceof Remote) {
    const { sheet, area } = reference.self as RangeTarget;
    return `=${quoteSheet(sheet.name)}!${formatArea(area).replace(/([A-Z]+|\d+)/g, '$$$1')}`;
  }
  if (typeof reference !== 'string' || !reference.startsWith('=')) throw invalidArgument('reference');
  return reference;
}

export const namesClass: ClassSpec<Scope> = {
  name: 'NamedItemCollection',
  items: (scope, session) => namesIn(scope).map((one) => session.wrap(nameClass, one)),
  indexer: (scope, key, session) => {
    const found = findName(scope, key);
    if (!found) throw itemNotFound(String(key));
    return session.wrap(nameClass, found);
  },
  methods: {
    Add: ({ workbook, scope }, [name, reference], session) => {
      const formula = nameFormula(reference);
      const added = { name: String(name), formula, visible: true, scope: scope?.name ?? null };
      workbook.names = [...workbook.names, added];
      workbook.journal.lose(`名称 ${added.name}`);
      return session.wrap(nameClass, { workbook, name: added });
    },
    GetCount: (scope) => namesIn(scope).length,
    GetItemOrNullObject: (scope, [key], session) => {
      const found = findName(scope, key);
      return found ? session.wrap(nameClass, found) : null;
    },
  },
};

interface Tables {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel | null;
}

const tableClass: ClassSpec<TableModel> = {
  name: 'Table',
  scalars: {
    Id: { get: (table) => table.id },
    Name: { get: (table) => table.name },
    ShowHeaders: { get: () => true },
    ShowTotals: { get: () => false },
  },
  objects: { Worksheet: (table, session) => session.worksheet(table.sheet) },
  methods: {
    GetRange: (table, _args, session) => session.range(table.sheet, table.area),
    GetHeaderRowRange: (table, _args, session) =>
      session.range(table.sheet, { ...table.area, bottom: table.area.top }),
    GetDataBodyRange: (table, _args, session) =>
      session.range(table.sheet, { ...table.area, top: table.area.top + 1 }),
  },
  identity: (table) => ({ Id: table.id }),
};

function tablesIn({ workbook, sheet }: Tables): TableModel[] {
  return workbook.tables.filter((table) => sheet === null || table.sheet === sheet);
}

export const tablesClass: ClassSpec<Tables> = {
  name: 'TableCollection',
  scalars: { Count: { get: (tables) => tablesIn(tables).length } },
  items: (tables, session) => tablesIn(tables).map((table) => session.wrap(tableClass, table)),
  indexer: (tables, key, session) => {
    const table = tablesIn(tables).find((one) => one.id === key || one.name === key);
    if (!table) throw itemNotFound(String(key));
    return session.wrap(tableClass, table);
  },
  methods: {
    GetCount: (tables) => tablesIn(tables).length,
    GetItemOrNullObject: (tables, [key], session) => {
      const table = tablesIn(tables).find((one) => one.id === key || one.name === key);
      return table ? session.wrap(tableClass, table) : null;
    },
  },
};
