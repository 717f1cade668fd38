import { useId, type Ref } from 'react';
import { Field, Input } from '@fluentui/react-components';

/** Something that can be chosen; `detail` tells it from others of the same name. */
export interface Suggestion {
  readonly key: string;
  readonly text: string;
  readonly detail: string;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  readonly onType: (text: string) => void;
  readonly onChoose: (key: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A text that is typed, with what is known below it; arrows and Enter choose. The list is the browser's own: what it
 * puts into the field is name and detail together, by which the choice is known again.
 */
export function Suggest({ label, hint, problem, value, suggestions, onType, onChoose, inputRef }: Props) {
  const list = useId();
  const shown = ({ text, detail }: Suggestion) => (detail === '' ? text : `${text} ${detail}`);
  const type = (text: string) => {
    const chosen = suggestions.find((each) => shown(each) === text);
    if (chosen) onChoose(chosen.key);
    else onType(text);
  };
  return (
    <>
      <Field label={label} {...(hint ? { hint } : {})} {...(problem ? { validationMessage: problem } : {})}>
        <Input
          ref={inputRef}
          autoComplete="off"
          input={{ list }}
          value={value}
          onChange={(_, { value: text }) => type(text)}
        />
      </Field>
      <datalist id={list}>
        {suggestions.map((each) => (
          <option key={each.key} value={shown(each)} />
        ))}
      </datalist>
    </>
  );
}
