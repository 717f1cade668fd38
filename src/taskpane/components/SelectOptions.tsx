import { memo } from 'react';

/** A value of a selection and what it is called. */
export type SelectOption = readonly [value: string, name: string];

interface Props {
  readonly options: readonly SelectOption[];
}

/** The options of a selection: a province has thousands of departments, and an edit changes none of them. */
export const SelectOptions = memo(
  function SelectOptions({ options }: Props) {
    return options.map(([value, name]) => (
      <option key={value} value={value}>
        {name}
      </option>
    ));
  },
  (before, now) => isSame(before.options, now.options),
);

function isSame(one: readonly SelectOption[], other: readonly SelectOption[]): boolean {
  return (
    one.length === other.length &&
    one.every(([value, name], index) => value === other[index]![0] && name === other[index]![1])
  );
}
