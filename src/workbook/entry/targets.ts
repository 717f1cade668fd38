import type { SheetDefinition } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';

/** A sheet that a visit can be entered into. */
export interface EntryTarget {
  /** Tab. */
  readonly sheet: string;
  readonly layout: 'matrix' | 'combined' | 'list';
  /** Post ids that an entry names a person of: each at once in a combined grid, else one of them. */
  readonly posts: readonly string[];
  /** Rule ids under which something can be noted. */
  readonly indicators: readonly string[];
  readonly hasInspector: boolean;
  readonly hasNote: boolean;
  readonly hasDate: boolean;
  readonly hasLicence: boolean;
}

/** A sheet that holds visits and cannot be entered into, with the reason in Chinese. */
export interface ClosedSheet {
  readonly sheet: string;
  readonly reason: string;
}

/** The sheets of a workbook that visits can be entered into, in the order of the tabs, and those that they cannot. */
export function entryTargets(recognition: Recognition): {
  readonly targets: readonly EntryTarget[];
  readonly closed: readonly ClosedSheet[];
} {
  const targets: EntryTarget[] = [];
  const closed: ClosedSheet[] = [];
  for (const layout of recognition.layouts) {
    const { kind } = layout.definition;
    if (!VISITED.has(kind)) continue;
    const reason = closedReason(layout, recognition);
    if (reason === null) targets.push(targetOf(layout, recognition));
    else if (reason !== '') closed.push({ sheet: layout.sheet.name, reason });
  }
  return { targets, closed };
}

const VISITED: ReadonlySet<SheetDefinition['kind']> = new Set([
  'matrix',
  'combined',
  'findings',
  'visits',
  'card',
]);

/** Why a sheet is not offered; blank where it is written together with another one. */
function closedReason(layout: SheetLayout, recognition: Recognition): string | null {
  const { kind, name } = layout.definition;
  if (kind === 'card') return `${name}一户一张表。请复制一张空白的来填写。`;
  if (kind === 'visits') {
    const lists = recognition.layouts.some((each) => each.definition.kind === 'findings');
    const grids = recognition.layouts.some((each) => ['matrix', 'combined'].includes(each.definition.kind));
    return lists || grids ? '' : `只有${name},没有记录问题的表。请先用“新建模板”加上。`;
  }
  if (layout.undecided.length > 0 || layout.unreadable.size > 0 || layout.issues.length > 0) {
    return '这张表的表头还有没认清的列。请先按问题清单处理。';
  }
  return null;
}

function targetOf(layout: SheetLayout, { vocabulary }: Recognition): EntryTarget {
  const isList = layout.definition.kind === 'findings';
  const ofSheet = [...new Set(layout.rules.map(({ post }) => post))];
  const all = vocabulary.scheme.posts.map(({ id }) => id);
  const indicators = isList
    ? vocabulary.findings.map(({ id }) => id)
    : layout.rules.map((rule) => rule.indicator);
  return {
    sheet: layout.sheet.name,
    layout: isList ? 'list' : layout.definition.kind === 'combined' ? 'combined' : 'matrix',
    posts: isList ? all : ofSheet,
    indicators: [...new Set(indicators)],
    hasInspector: layout.fields.has('inspector'),
    hasNote: layout.fields.has('note'),
    hasDate: layout.fields.has('date'),
    hasLicence: layout.fields.has('licence'),
  };
}
