import { type AnyScheme, type Issue, makeIssue, type Scheme } from '../../model';
import type { Memory } from '../../workbook/memory';
import type { Snapshot } from '../../workbook/snapshot';
import { changeText, ruleChanges } from './diff';
import { rememberedScheme, sameContent, sameRules, withRules } from './rules';
import { sheetScheme, type SheetScheme } from './sheetScheme';

/** Which rules a workbook is scored under, and where they come from. */
export interface Standing<S extends AnyScheme = Scheme> {
  /** The rules in force; their version is named so that no result passes for one under other rules. */
  readonly scheme: S;
  /** The same under the name that their owner gave them. */
  readonly rules: S;
  /** The product's own scheme of this id. */
  readonly shipped: S;
  readonly source: 'shipped' | 'workbook' | 'sheet';
  /** What held before: where a valid sheet says otherwise, and nobody has taken it over yet; `null` else. */
  readonly before: S | null;
  /** Tab of the sheet of rules, `null` where there is none. */
  readonly sheet: string | null;
  /** The sheet has mistakes: no score is computed. */
  readonly isInvalid: boolean;
  readonly issues: readonly Issue[];
}

/** The product's scheme as it is, for workbooks that say nothing of their rules. */
export function plainStanding<S extends AnyScheme>(scheme: S): Standing<S> {
  return {
    scheme,
    rules: scheme,
    shipped: scheme,
    source: 'shipped',
    before: null,
    sheet: null,
    isInvalid: false,
    issues: [],
  };
}

/**
 * Finds the rules of a workbook: its sheet of rules, what was taken over before, or the product's own. A valid sheet
 * holds at once, at every door: what stands in the workbook is what it is scored under.
 */
export function standingOf<S extends AnyScheme>(snapshot: Snapshot, shipped: S, memory: Memory): Standing<S> {
  const remembered = rememberedScheme(memory);
  const taken =
    remembered?.id === shipped.id && remembered.rules ? withRules(shipped, remembered.rules) : null;
  const found = sheetScheme(snapshot, shipped);
  const last = taken ?? shipped;
  const rules = found.kind === 'valid' ? found.scheme : last;
  const before = sameRules(rules, last) ? null : last;
  const source = before ? 'sheet' : taken ? 'workbook' : 'shipped';
  return {
    scheme: { ...rules, version: versionOf(rules, shipped) },
    rules,
    shipped,
    source,
    before,
    sheet: found.kind === 'none' ? null : found.sheet,
    isInvalid: found.kind === 'invalid',
    issues: [
      ...inForce(rules, shipped, found),
      ...waiting(found, rules, taken && before),
      ...mistakes(found),
    ],
  };
}

/** Rules that were changed under their old name are not passed for the old ones. */
function versionOf(rules: AnyScheme, shipped: AnyScheme): string {
  const renamed = rules.version !== shipped.version || sameContent(rules, shipped);
  return renamed ? rules.version : `${rules.version}(有改动)`;
}

function mistakes(found: SheetScheme<AnyScheme>): readonly Issue[] {
  return found.kind === 'invalid' ? found.issues : [];
}

/** Other rules than the product's are never silent. */
function inForce<S extends AnyScheme>(rules: S, shipped: S, found: SheetScheme<S>): readonly Issue[] {
  if (sameRules(rules, shipped)) return [];
  const changes = ruleChanges(shipped, rules).map(changeText);
  const version = versionOf(rules, shipped);
  return [
    makeIssue('scheme-applied', {
      cell: found.kind === 'valid' ? found.cell : null,
      received: version,
      expected: shipped.version,
      message: `按本单位的评分标准(版本 ${version})计分,与 ${shipped.version} 相比有 ${changes.length} 处不同:${shortened(changes)}。`,
    }),
  ];
}

/** A sheet that says otherwise than what was taken over last; beside the product's own it is said already. */
function waiting<S extends AnyScheme>(found: SheetScheme<S>, rules: S, before: S | null): readonly Issue[] {
  if (found.kind !== 'valid' || before === null) return [];
  const changes = ruleChanges(before, rules).map(changeText);
  return [
    makeIssue('scheme-changed', {
      cell: found.cell,
      received: rules.version,
      expected: before.version,
      message: `评分标准表有 ${changes.length} 处改动还没有采用:${shortened(changes)}。已按表里的标准计算;请在“评分标准”里看清谁的得分变了,再决定采用。`,
    }),
  ];
}

/** The first changes; the others are counted. */
function shortened(changes: readonly string[]): string {
  const shown = changes.slice(0, 3).join(';');
  return changes.length > 3 ? `${shown};等` : shown;
}
