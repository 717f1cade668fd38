import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { fullWidth } from '../../locales/punctuation';
import type { RulingDefinition, RulingValue } from '../../model';
import { rulingsWords } from '../../locales/pages/rulings';
import { useWordsOf } from '../state/context';
import { RadioChoices } from './RadioChoices';

interface Props {
  readonly definition: RulingDefinition;
  readonly value: RulingValue;
  /** `null`: what stands there is no answer. */
  readonly onChange: (value: RulingValue | null) => void;
}

function NumberChoice({ definition, value, onChange, range }: Props & { range: readonly [number, number] }) {
  const words = useWordsOf(rulingsWords);
  /** What is being typed; `null` while the field shows the answer. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const [low, high] = range;
  const numberIn = (entered: string): number | null => {
    const number = entered.trim() === '' ? NaN : Number(entered);
    return number >= low && number <= high ? number : null;
  };
  const valid = numberIn(text) !== null;
  const change = (entered: string) => {
    setTyped(entered);
    onChange(numberIn(entered));
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
      options={values.map((each, index) => ({ value: String(index), label: fullWidth(each.title) }))}
      value={at < 0 ? null : String(at)}
      onChange={(index) => onChange(values[Number(index)]!.value)}
    />
  );
}
