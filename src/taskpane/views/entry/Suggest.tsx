import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import type { Ref } from 'react';

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%', '> input': { minWidth: 0 } },
  list: { maxHeight: '260px' },
  option: { overflowWrap: 'anywhere' },
});

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

/** A text that is typed, with a list of what is known below it; arrows and Enter choose. */
export function Suggest({ label, hint, problem, value, suggestions, onType, onChoose, inputRef }: Props) {
  const styles = useStyles();
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(problem ? { validationMessage: problem } : {})}>
      <Combobox
        className={styles.box}
        listbox={{ className: styles.list }}
        freeform
        inlinePopup
        autoComplete="off"
        ref={inputRef}
        value={value}
        selectedOptions={[]}
        onChange={(event) => onType(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) onChoose(optionValue);
        }}
      >
        {suggestions.map(({ key, text, detail }) => (
          <Option key={key} value={key} text={text} className={styles.option}>
            {detail === '' ? text : `${text} · ${detail}`}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
