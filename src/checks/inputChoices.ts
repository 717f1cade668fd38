import type { Indicator, RateIndicator, RatioSource } from '../model';

/** Groups of fields of which one must be there, with all its fields. */
type Choices = readonly (readonly string[])[];

const choicesOf = new WeakMap<Indicator, Choices>();
const groupsOf = new WeakMap<
  RatioSource,
  { readonly fields: readonly string[]; readonly choices: Choices }
>();

/** What an indicator needs; worked out once, as thousands of persons are asked for it. None for what needs no figure. */
export function choicesFor(indicator: Indicator): Choices {
  let choices = choicesOf.get(indicator);
  if (!choices) choicesOf.set(indicator, (choices = findChoices(indicator)));
  return choices;
}

function findChoices(indicator: Indicator): Choices {
  switch (indicator.kind) {
    case 'perCount':
      return [[indicator.count]];
    case 'rateBelow':
    case 'rateAbove':
      return rateChoices(indicator);
    case 'band':
      return [[...ratioFields(indicator.ratio), indicator.standard]];
    case 'zeroOnAccident':
      return [[indicator.accident, indicator.violation]];
    case 'notDone':
    case 'perFinding':
    case 'registerCount':
      return [];
  }
}

function ratioFields(ratio: RatioSource): readonly string[] {
  return [ratio.numerator, ratio.subtract, ratio.denominator].filter((field) => field !== undefined);
}

function rateChoices({ rate: { entered, ratio, combine } }: RateIndicator): Choices {
  return [
    ...(entered === undefined ? [] : [[entered]]),
    ...(ratio ? [ratioFields(ratio)] : []),
    ...(combine ? [combine.fields] : []),
  ];
}

/** The fields of a group's ratio, all of which must be there; worked out once. */
export function groupFields(ratio: RatioSource): {
  readonly fields: readonly string[];
  readonly choices: Choices;
} {
  let group = groupsOf.get(ratio);
  if (!group) {
    const fields = ratioFields(ratio);
    groupsOf.set(ratio, (group = { fields, choices: [fields] }));
  }
  return group;
}
