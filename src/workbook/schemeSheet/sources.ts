import type { Indicator, RatioSource, Scheme } from '../../model';

/** Where an indicator's figures come from, in words that `readSource` understands where it says so. */
export function sourceText(indicator: Indicator, scheme: Scheme): string {
  const name = (id: string): string => scheme.fields.find((field) => field.id === id)?.name ?? id;
  switch (indicator.kind) {
    case 'perFinding':
      return '每户明细';
    case 'registerCount':
      return `登记为“${stateWord(scheme, indicator.counts)}”的`;
    case 'perCount':
      return (
        name(indicator.count) + (indicator.outOf === undefined ? '' : `,不超过 ${name(indicator.outOf)}`)
      );
    case 'rateBelow':
    case 'rateAbove':
      return rateText(indicator, name);
    case 'band':
      return `${ratioText(indicator.ratio, name)},对照 ${name(indicator.standard)}`;
    case 'zeroOnAccident':
      return `${name(indicator.accident)}、${name(indicator.violation)}`;
    case 'notDone':
      return `${name(indicator.field)} = ${stateWord(scheme, indicator.failing)}`;
  }
}

function stateWord(scheme: Scheme, state: string): string {
  return scheme.fields.flatMap((field) => field.states?.[state]?.[0] ?? [])[0] ?? state;
}

function rateText(
  { rate, groups }: Extract<Indicator, { kind: 'rateBelow' | 'rateAbove' }>,
  name: (id: string) => string,
): string {
  if (groups) return groups.map(({ title, ratio }) => `${title}:${ratioText(ratio, name)}`).join(';');
  const parts = [
    ...(rate.entered === undefined ? [] : [name(rate.entered)]),
    ...(rate.ratio ? [ratioText(rate.ratio, name)] : []),
    ...(rate.combine ? [`${rate.combine.fields.map(name).join('、')}(裁定 ${rate.combine.ruling})`] : []),
  ];
  return parts.join(' 或 ');
}

function ratioText({ numerator, subtract, denominator }: RatioSource, name: (id: string) => string): string {
  if (numerator !== undefined) return `${name(numerator)} ÷ ${name(denominator)}`;
  return `(${name(denominator)} − ${name(subtract ?? '')})÷ ${name(denominator)}`;
}

/** What the text says of the source, as the indicator's own parameters; `null` where it cannot be understood. */
export function readSource(
  kind: string,
  text: string,
  scheme: Scheme,
): Readonly<Record<string, unknown>> | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/-/g, '−');
  const field = (name: string): string | null => inputField(scheme, name);
  if (kind === 'perFinding') return {};
  if (kind === 'perCount') return readCount(plain, field);
  return kind === 'rateBelow' || kind === 'rateAbove' ? readRate(plain, field) : null;
}

/** Figures of a summary are no inputs; some of them share a name with one. */
function inputField(scheme: Scheme, name: string): string | null {
  const found = scheme.fields.find(
    (field) =>
      field.type !== 'figure' && [field.name, field.id].some((each) => each.replace(/\s/g, '') === name),
  );
  return found?.id ?? null;
}

type Named = (name: string) => string | null;

function readCount(text: string, field: Named): Readonly<Record<string, unknown>> | null {
  const [, count = '', limit] = /^(.+?)(?:[,,]不超过(.+))?$/.exec(text) ?? [];
  const counted = field(count);
  if (counted === null) return null;
  if (limit === undefined) return { count: counted };
  const outOf = field(limit);
  return outOf === null ? null : { count: counted, outOf };
}

function readRate(text: string, field: Named): Readonly<Record<string, unknown>> | null {
  let entered: string | undefined;
  let ratio: RatioSource | undefined;
  for (const part of text.split('或')) {
    const found = readRatio(part, field);
    const own = field(part);
    if (found && !ratio) ratio = found;
    else if (own !== null && entered === undefined) entered = own;
    else return null;
  }
  return { rate: { ...(entered === undefined ? {} : { entered }), ...(ratio ? { ratio } : {}) } };
}

function readRatio(text: string, field: Named): RatioSource | null {
  const less = /^\((.+)−(.+)\)÷(.+)$/.exec(text);
  if (less) {
    const [, whole = '', without = '', below = ''] = less;
    const [subtract, denominator] = [field(without), field(below)];
    return subtract === null || denominator === null || field(whole) !== denominator
      ? null
      : { subtract, denominator };
  }
  const [, upper, lower] = /^([^÷]+)÷([^÷]+)$/.exec(text) ?? [];
  if (upper === undefined || lower === undefined) return null;
  const [numerator, denominator] = [field(upper), field(lower)];
  return numerator === null || denominator === null ? null : { numerator, denominator };
}
