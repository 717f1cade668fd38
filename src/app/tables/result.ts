import { issueData } from '../result';
import type { TableOutcome } from './outcome';

/** What a scheme over a table found, as plain data for `--json`. */
export function tableResult({ scheme, period, data, issues }: TableOutcome): unknown {
  return {
    scheme: { id: scheme.id, version: scheme.version },
    ...(scheme.kind !== 'classification' && scheme.period ? { period } : {}),
    ...data,
    issues: issues.map(issueData),
  };
}
