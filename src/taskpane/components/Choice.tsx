import { makeStyles, tokens } from '@fluentui/react-components';
import { radioStop } from './radioStop';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  option: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px', cursor: 'pointer' },
  radio: {
    margin: '0 0 0 8px',
    width: '16px',
    height: '16px',
    flexShrink: 0,
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

interface Props<Value extends string> {
  readonly title: string;
  /** Tells this group of radio buttons from others on the page. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, as radio buttons that the arrow keys move through; one stop of the Tab key. */
export function Choice<Value extends string>({ title, name, options, value, onChange }: Props<Value>) {
  const styles = useStyles();
  const stop = radioStop(
    options.map((option) => option.value),
    value,
  );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            tabIndex={stop(option.value)}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
