import type { Scheme } from '../model';
import { schemeById } from '../schemes';
import type { WorkbookHost } from '../workbook/host';
import type { EvaluateOptions, Evaluation } from './evaluation';
import { memoryOf, schemeIdOf } from './remembered';
import { createSchemesDesk } from './schemesDesk';
import { createSession, type Run, type Session } from './session';

/**
 * A session that goes by the scheme that the workbook remembers; `first` until that is known, and where it is one that
 * scores nobody. All calls go to the session of the scheme in use.
 */
export function createWorkbookSession(host: WorkbookHost, first: Scheme) {
  let scheme = first;
  let current: Session = createSession(host, first);

  async function check(options: EvaluateOptions, run: Run): Promise<Evaluation> {
    const evaluation = await current.check(options, run);
    const own = schemeById(schemeIdOf(memoryOf(evaluation.snapshot))) ?? first;
    if (own.id === scheme.id) return evaluation;
    scheme = own;
    current = createSession(host, own);
    return current.check(options, run);
  }

  const { submission, rules } = current;
  return {
    ...current,
    check,
    followed: (...call: Parameters<Session['followed']>) => current.followed(...call),
    outdated: () => current.outdated(),
    schemes: createSchemesDesk(host),
    plan: (...call: Parameters<Session['plan']>) => current.plan(...call),
    fill: (...call: Parameters<Session['fill']>) => current.fill(...call),
    undo: (...call: Parameters<Session['undo']>) => current.undo(...call),
    undoable: () => current.undoable(),
    addTemplate: (...call: Parameters<Session['addTemplate']>) => current.addTemplate(...call),
    answer: (...call: Parameters<Session['answer']>) => current.answer(...call),
    forget: (...call: Parameters<Session['forget']>) => current.forget(...call),
    submission: {
      ...submission,
      fix: (...call: Parameters<typeof submission.fix>) => current.submission.fix(...call),
      mark: (...call: Parameters<typeof submission.mark>) => current.submission.mark(...call),
      report: (...call: Parameters<typeof submission.report>) => current.submission.report(...call),
      seal: (...call: Parameters<typeof submission.seal>) => current.submission.seal(...call),
      verify: (...call: Parameters<typeof submission.verify>) => current.submission.verify(...call),
    },
    rules: {
      ...rules,
      write: () => current.rules.write(),
      takeOver: (...call: Parameters<typeof rules.takeOver>) => current.rules.takeOver(...call),
      giveUp: () => current.rules.giveUp(),
    },
  };
}
