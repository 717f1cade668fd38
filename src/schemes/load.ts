import * as v from 'valibot';
import type { Scheme } from '../model';
import { meaningFaults } from './meaningFaults';
import { referenceFaults } from './references';
import { schemeSchema } from './schema';
import { SchemeError, type SchemeFault } from './schemeError';

/**
 * A scheme from parsed JSON. Throws a SchemeError that names every fault with its path: a misspelt or missing
 * parameter, a value of the wrong kind, an id twice, a reference to something that is not there.
 */
export function loadScheme(json: unknown): Scheme {
  const result = v.safeParse(schemeSchema, json);
  if (!result.success) throw new SchemeError(result.issues.map(faultOf));
  const scheme: Scheme = result.output;
  const faults = [...referenceFaults(scheme), ...meaningFaults(scheme)];
  if (faults.length > 0) throw new SchemeError(faults);
  return scheme;
}

function faultOf(issue: v.BaseIssue<unknown>): SchemeFault {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return { path: path.join('').replace(/^\./, '') || '$', reason: issue.message };
}
