import { Radio, RadioGroup, type RadioGroupProps } from '@fluentui/react-components';
import { radioStop } from './radioStop';

interface Props<Value extends string> extends Omit<RadioGroupProps, 'children' | 'onChange' | 'value'> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** `null` where none of them is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** Fluent's radio buttons as one stop of the Tab key. What a field around it hands in goes to the group. */
export function RadioChoices<Value extends string>({ options, value, onChange, ...group }: Props<Value>) {
  const stop = radioStop(
    options.map((option) => option.value),
    value,
  );
  return (
    <RadioGroup
      {...group}
      value={value ?? ''}
      onChange={(_, data) => {
        const chosen = options.find((option) => option.value === data.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} label={option.label} tabIndex={stop(option.value)} />
      ))}
    </RadioGroup>
  );
}
