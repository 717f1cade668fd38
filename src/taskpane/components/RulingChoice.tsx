import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { RulingDefinition, RulingValue } from '../../model';
import { rulingsWords } from '../../locales/pages/rulings';
import { useWordsOf } from '../state/context';
import { RadioChoices } from './RadioChoices';

interface Props {
  readonly definition: RulingDefinition;
  readonly value: RulingValue;
  readonly onChange: (value: RulingValue) => void;
}

function NumberChoice({ definition, value, onChange, range }: Props & { range: readonly [number, number] }) {
  const words = useWordsOf(rulingsWords);
  const [text, setText] = useState(String(value));
  const [low, high] = range;
  const number = text.trim() === '' ? NaN : Number(text);
  const valid = number >= low && number <= high;
  const change = (typed: string) => {
    setText(typed);
    const entered = typed.trim() === '' ? NaN : Number(typed);
    if (entered >= low && entered <= high) onChange(entered);
  };
  const limits = [String(low), String(high)] as const;
  return (
    <Field
      label={definition.title}
      hint={words.range(...limits)}
      validationState={valid ? 'none' : 'error'}
      validationMessage={valid ? undefined : words.invalid(...limits)}
    >
      <Input inputMode="decimal" value={text} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}

/** The answers to choose from: named values, or any number of a range. */
export function RulingChoice(props: Props) {
  const { definition, value, onChange } = props;
  if (definition.range) return <NumberChoice {...props} range={definition.range} />;
  const values = definition.values ?? [];
  const at = values.findIndex((each) => each.value === value);
  return (
    <RadioChoices
      aria-label={definition.title}
      options={values.map((each, index) => ({ value: String(index), label: each.title }))}
      value={at < 0 ? null : String(at)}
      onChange={(index) => onChange(values[Number(index)]!.value)}
    />
  );
}
