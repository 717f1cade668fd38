import type { Area } from '../../../src/model';
import { isMarkRule } from '../../../src/workbook/marks';
import { intersect, type ConditionalRule, type SheetModel } from '../../model';
import { accessDenied, invalidArgument, itemNotFound } from '../errors';
import type { ClassSpec, Session } from '../remote';

/** Several areas of one sheet. */
export interface Areas {
  readonly sheet: SheetModel;
  readonly areas: readonly Area[];
}

interface Condition {
  readonly sheet: SheetModel;
  readonly id: string;
}

function ruleOf({ sheet, id }: Condition): ConditionalRule {
  const rule = sheet.conditions.find((one) => one.id === id);
  if (!rule) throw itemNotFound(id);
  return rule;
}

function change({ sheet, id }: Condition, next: Partial<ConditionalRule>, session: Session): void {
  if (sheet.isProtected) throw accessDenied('the sheet is protected');
  ruleOf({ sheet, id });
  sheet.conditions = sheet.conditions.map((one) => (one.id === id ? { ...one, ...next } : one));
  const isLost = next.formula !== undefined && !isMarkRule(next.formula);
  if (isLost) session.workbook.journal.lose(`${sheet.name}:条件格式`);
}

function remove({ sheet, id }: Condition, session: Session): void {
  if (sheet.isProtected) throw accessDenied('the sheet is protected');
  const rule = ruleOf({ sheet, id });
  sheet.conditions = sheet.conditions.filter((one) => one !== rule);
  if (isMarkRule(rule.formula)) session.workbook.journal.hadMarks = true;
  else session.workbook.journal.lose(`${sheet.name}:条件格式`);
}

const ruleClass: ClassSpec<Condition> = {
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: {
      get: (condition) => `=${ruleOf(condition).formula}`,
      set: (condition, formula, session) =>
        change(condition, { formula: String(formula).replace(/^=/, '') }, session),
    },
  },
};

const fillClass: ClassSpec<Condition> = {
  name: 'ConditionalRangeFill',
  scalars: {
    Color: {
      get: (condition) => ruleOf(condition).fill,
      set: (condition, color, session) => change(condition, { fill: String(color) }, session),
    },
  },
};

const rangeFormatClass: ClassSpec<Condition> = {
  name: 'ConditionalRangeFormat',
  objects: { Fill: (condition, session) => session.wrap(fillClass, condition) },
};

const customClass: ClassSpec<Condition> = {
  name: 'CustomConditionalFormat',
  objects: {
    Rule: (condition, session) => session.wrap(ruleClass, condition),
    Format: (condition, session) => session.wrap(rangeFormatClass, condition),
  },
};

const conditionClass: ClassSpec<Condition> = {
  name: 'ConditionalFormat',
  scalars: {
    Id: { get: ({ id }) => id },
    Type: { get: (condition) => ruleOf(condition).type ?? 'Custom' },
    Priority: { get: ({ sheet, id }) => sheet.conditions.findIndex((one) => one.id === id) },
  },
  objects: {
    Custom: (condition, session) => session.wrap(customClass, condition),
    CustomOrNullObject: (condition, session) => session.wrap(customClass, condition),
  },
  methods: { Delete: (condition, _args, session) => remove(condition, session) },
  identity: ({ id }) => ({ Id: id }),
};

function within({ sheet, areas }: Areas): Condition[] {
  const touches = (rule: ConditionalRule): boolean =>
    rule.areas.some((one) => areas.some((area) => intersect(one, area)));
  return sheet.conditions.filter(touches).map(({ id }) => ({ sheet, id }));
}

/** The conditional formats of some areas; of all kinds only those with a formula are known here. */
export const conditionsClass: ClassSpec<Areas> = {
  name: 'ConditionalFormatCollection',
  items: (areas, session) => within(areas).map((one) => session.wrap(conditionClass, one)),
  indexer: (areas, key, session) => {
    const found = within(areas).find(({ id }) => id === key);
    if (!found) throw itemNotFound(String(key));
    return session.wrap(conditionClass, found);
  },
  methods: {
    GetCount: (areas) => within(areas).length,
    Add: ({ sheet, areas }, [type], session) => {
      if (type !== 'Custom') throw invalidArgument('type');
      if (sheet.isProtected) throw accessDenied('the sheet is protected');
      const id = session.workbook.newId();
      sheet.conditions = [{ id, areas, formula: 'FALSE', fill: null }, ...sheet.conditions];
      return session.wrap(conditionClass, { sheet, id });
    },
  },
};
