import { type Issue, makeIssue, type Scheme } from '../../model';
import type { Memory } from '../../workbook/memory';
import type { Snapshot } from '../../workbook/snapshot';
import { changeText, ruleChanges } from './diff';
import { rememberedScheme, sameContent, sameRules, withRules } from './rules';
import { sheetScheme, type SheetScheme } from './sheetScheme';

/**
 * Whether a valid sheet of rules is scored under at once (`apply`, the command line, which says so), or only once
 * somebody has taken it over (`remembered`, the pane, which shows first what it would change).
 */
export type SheetMode = 'apply' | 'remembered';

/** Which rules a workbook is scored under, and where they come from. */
export interface Standing {
  /** The rules in force; their version is named so that no result passes for one under other rules. */
  readonly scheme: Scheme;
  /** The same under the name that their owner gave them. */
  readonly rules: Scheme;
  /** The product's own scheme of this id. */
  readonly shipped: Scheme;
  readonly source: 'shipped' | 'workbook' | 'sheet';
  /** A valid sheet that says otherwise than what is in force; it waits to be taken over. */
  readonly pending: Scheme | null;
  /** Tab of the sheet of rules, `null` where there is none. */
  readonly sheet: string | null;
  /** The sheet has mistakes: no score is computed. */
  readonly isInvalid: boolean;
  readonly issues: readonly Issue[];
}

/** The product's scheme as it is, for workbooks that say nothing of their rules. */
export function plainStanding(scheme: Scheme): Standing {
  return {
    scheme,
    rules: scheme,
    shipped: scheme,
    source: 'shipped',
    pending: null,
    sheet: null,
    isInvalid: false,
    issues: [],
  };
}

/** Finds the rules of a workbook: its sheet of rules, what was taken over before, or the product's own. */
export function standingOf(snapshot: Snapshot, shipped: Scheme, memory: Memory, mode: SheetMode): Standing {
  const remembered = rememberedScheme(memory);
  const taken =
    remembered?.id === shipped.id && remembered.rules ? withRules(shipped, remembered.rules) : null;
  const found = sheetScheme(snapshot, shipped);
  const applied = found.kind === 'valid' && mode === 'apply' ? found.scheme : null;
  const rules = applied ?? taken ?? shipped;
  const pending = found.kind === 'valid' && !sameRules(found.scheme, rules) ? found.scheme : null;
  const source = applied && !sameRules(applied, taken ?? shipped) ? 'sheet' : taken ? 'workbook' : 'shipped';
  return {
    scheme: { ...rules, version: versionOf(rules, shipped) },
    rules,
    shipped,
    source,
    pending,
    sheet: found.kind === 'none' ? null : found.sheet,
    isInvalid: found.kind === 'invalid',
    issues: [...inForce(rules, shipped, found), ...waiting(found, rules, pending), ...mistakes(found)],
  };
}

/** Rules that were changed under their old name are not passed for the old ones. */
function versionOf(rules: Scheme, shipped: Scheme): string {
  const renamed = rules.version !== shipped.version || sameContent(rules, shipped);
  return renamed ? rules.version : `${rules.version}(有改动)`;
}

function mistakes(found: SheetScheme): readonly Issue[] {
  return found.kind === 'invalid' ? found.issues : [];
}

/** Other rules than the product's are never silent. */
function inForce(rules: Scheme, shipped: Scheme, found: SheetScheme): readonly Issue[] {
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

function waiting(found: SheetScheme, rules: Scheme, pending: Scheme | null): readonly Issue[] {
  if (found.kind !== 'valid' || pending === null) return [];
  const changes = ruleChanges(rules, pending).map(changeText);
  return [
    makeIssue('scheme-changed', {
      cell: found.cell,
      received: pending.version,
      expected: rules.version,
      message: `评分标准表有 ${changes.length} 处改动还没有采用:${shortened(changes)}。现在仍按版本 ${rules.version} 计分;请在“评分标准”里看清谁的得分会变,再决定采用。`,
    }),
  ];
}

/** The first changes; the others are counted. */
function shortened(changes: readonly string[]): string {
  const shown = changes.slice(0, 3).join(';');
  return changes.length > 3 ? `${shown};等` : shown;
}
