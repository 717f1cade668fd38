import type { Indicator, PerFinding, Post, Scheme, Section, SheetDefinition } from '../../model';
import type { CellStyle } from '../host';
import { allowedValues, fieldStyle } from './blankCells';

/** A column of a sheet to be filled in. */
export interface TemplateColumn {
  /** Field id, rule id, or `person:POST`. */
  readonly id: string;
  readonly header: string;
  /** Merged header above it and its neighbours of the same parent, `null` where the header takes both rows. */
  readonly parent: string | null;
  readonly style: CellStyle;
  readonly width: number;
  readonly values: readonly string[] | null;
}

const RULE_WIDTH = 9;
/** Widths of columns whose contents have another length than their headers, by id of the field. */
const CONTENT_WIDTHS: Readonly<Record<string, number>> = {
  sequence: 6,
  department: 14,
  household: 24,
  complaint: 30,
  note: 18,
};

function fieldColumn(scheme: Scheme, { headers }: SheetDefinition, id: string): TemplateColumn {
  const field = scheme.fields.find((each) => each.id === id);
  if (!field) throw new Error(`scheme ${scheme.id} has no field ${id}`);
  const values = allowedValues(scheme, field);
  const byName = field.type === 'licence' || field.type === 'item' ? 18 : field.name.length * 2 + 2;
  return {
    id,
    header: headers?.[id] ?? field.name,
    parent: null,
    style: fieldStyle(field),
    width: CONTENT_WIDTHS[id] ?? Math.min(Math.max(10, byName), 18),
    values,
  };
}

function isHouseholdRule(indicator: Indicator): indicator is PerFinding {
  return indicator.kind === 'perFinding';
}

/** The household rules of a post in the regulation's order. */
export function householdRules(scheme: Scheme, post: Post): PerFinding[] {
  return scheme.indicators.filter(isHouseholdRule).filter(({ posts }) => posts.includes(post.id));
}

/** The rule columns of a post under a merged parent that names post, section and points. */
function ruleColumns(scheme: Scheme, post: Post, section: Section): TemplateColumn[] {
  const parent = `${post.name}${section.title}(${section.points[post.id] ?? 0}分)`;
  return householdRules(scheme, post).map(({ id, title, points }) => ({
    id,
    header: `${id} ${title}(${points}分)`,
    parent,
    style: 'flag',
    width: RULE_WIDTH,
    values: null,
  }));
}

/** Fields that follow the rule columns: sums and remarks. */
const BEHIND = new Set(['rowTotal', 'rowScore', 'note']);

/** The columns of a sheet in the template's order. Throws where the scheme's sheet names a field it does not have. */
export function templateColumns(scheme: Scheme, sheet: SheetDefinition): TemplateColumn[] {
  const field = (id: string): TemplateColumn => fieldColumn(scheme, sheet, id);
  if (sheet.kind !== 'matrix' && sheet.kind !== 'combined') return sheet.fields.map(field);
  const section = scheme.sections.find(({ id }) => id === sheet.section);
  if (!section) throw new Error(`sheet ${sheet.id} belongs to no section`);
  const posts = scheme.posts.filter(({ id }) => sheet.post === undefined || sheet.post === id);
  const front = sheet.fields.filter((id) => !BEHIND.has(id)).map(field);
  const rules = posts.flatMap((post) => ruleColumns(scheme, post, section));
  const behind = sheet.fields.filter((id) => BEHIND.has(id)).map(field);
  if (sheet.kind === 'combined') {
    const after = sheet.fields.indexOf('department') + 1;
    const persons = posts.map((post): TemplateColumn => ({
      ...field('name'),
      id: `person:${post.id}`,
      header: post.name,
    }));
    front.splice(after, 0, ...persons);
  }
  return [...front, ...rules, ...behind];
}
