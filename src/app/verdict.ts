import type { CheckNotRun, Evaluation } from './evaluation';

/** Whether a workbook can be handed in. */
export interface Verdict {
  /** `ready` 可以提交, `errors` 有错误, `confirm` 有待确认事项. */
  readonly kind: 'ready' | 'errors' | 'confirm';
  /** The verdict in one sentence. */
  readonly text: string;
  readonly errors: number;
  /** Warnings keep nobody from handing in. */
  readonly warnings: number;
  /** Rulings that still have to be confirmed (needs-confirmation). */
  readonly confirm: number;
  /** Checks that could not be run, with the reason. */
  readonly notRun: readonly CheckNotRun[];
  /** Those among them that failed themselves: what they would have found is not known. */
  readonly failed: readonly CheckNotRun[];
}

/** The verdict on an evaluated workbook. A check that failed rules 可以提交 out. */
export function verdictOf({ counts, issues, notRun }: Evaluation): Verdict {
  const errors = counts.error;
  const confirm = issues.filter(({ code }) => code === 'needs-confirmation').length;
  const failed = notRun.filter((each) => each.failed === true);
  const kind = errors > 0 ? 'errors' : confirm > 0 || failed.length > 0 ? 'confirm' : 'ready';
  const text = sentence(kind, errors, confirm, failed.length);
  return { kind, text, errors, warnings: counts.warning, confirm, notRun, failed };
}

function sentence(kind: Verdict['kind'], errors: number, confirm: number, failed: number): string {
  const open = failed === 0 ? '' : `,${failed} 项检查没有完成`;
  if (kind === 'errors') return `有 ${errors} 个错误${open}`;
  if (kind === 'ready') return '可以提交';
  return confirm === 0 ? `有待确认事项:${failed} 项检查没有完成` : `有待确认事项 ${confirm} 个${open}`;
}
