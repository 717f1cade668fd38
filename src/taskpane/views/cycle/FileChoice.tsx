import { useId, useRef, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', position: 'relative' },
  // The browser's own control speaks the browser's language and looks like none of ours; it stays for keyboard and screen reader.
  input: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    clipPath: 'inset(50%)',
    overflow: 'hidden',
    '&:focus-visible + span': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  button: {
    padding: '5px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  names: { minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

/** A choice of files with its label; what was chosen is named, and can be let go of again. */
export function FileChoice({
  label,
  accept,
  multiple = false,
  onChoose,
}: {
  label: string;
  accept: string;
  multiple?: boolean;
  onChoose: (files: readonly File[]) => void;
}) {
  const styles = useStyles();
  const words = useWordsOf(cycleWords).files;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const take = (files: readonly File[]) => {
    setNames(files.map(({ name }) => name));
    onChoose(files);
  };
  const clear = () => {
    input.current!.value = '';
    input.current!.focus();
    take([]);
  };
  return (
    <div className={styles.choice}>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          type="file"
          className={styles.input}
          accept={accept}
          multiple={multiple}
          onChange={({ target }) => take([...(target.files ?? [])])}
        />
        <span className={styles.button} aria-hidden onClick={() => input.current!.click()}>
          {multiple ? words.chooseMany : words.choose}
        </span>
        <span className={styles.names}>{words.chosen(names)}</span>
        {names.length > 0 && (
          <Button size="small" appearance="subtle" aria-describedby={`${id}-label`} onClick={clear}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
