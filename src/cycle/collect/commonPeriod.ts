/**
 * The half-year of most files; `null` where none of them tells one, `tie` where two are as frequent.
 */
export function commonPeriod(
  periods: readonly (string | null)[],
):
  | { readonly kind: 'period'; readonly period: string | null }
  | { readonly kind: 'tie'; readonly periods: readonly string[] } {
  const counts = new Map<string, number>();
  for (const period of periods) if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, count]) => count === most).map(([period]) => period);
  if (first.length > 1) return { kind: 'tie', periods: first.sort() };
  return { kind: 'period', period: first[0] ?? null };
}
