import { useState } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { SUMMARY_ORDERS, type FillOptions, type SummaryOrder } from '../../app/evaluation';
import { fillingWords } from '../../locales/pages/filling';
import { Choice } from '../components/Choice';
import { Page } from '../components/Page';
import { usePane, useWordsOf } from '../state/context';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  departments: { display: 'flex', flexDirection: 'column', maxHeight: '260px', overflowY: 'auto' },
});

interface DepartmentsProps {
  readonly departments: readonly { readonly name: string; readonly persons: number }[];
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}

/** Which departments are filled; `left` are those that are not. */
function Departments({ departments, left, onChange }: DepartmentsProps) {
  const styles = useStyles();
  const words = useWordsOf(fillingWords);
  const names = departments.map(({ name }) => name);
  const toggle = (name: string) => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  const some = left.size > 0 && left.size < names.length;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.departments}</legend>
      <Checkbox
        label={words.all}
        checked={some ? 'mixed' : left.size === 0}
        onChange={() => onChange(new Set(left.size === 0 ? names : []))}
      />
      <div className={styles.departments}>
        {departments.map(({ name, persons }) => (
          <Checkbox
            key={name}
            label={`${name} · ${words.persons(persons)}`}
            checked={!left.has(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ActionsProps {
  readonly options: FillOptions;
  readonly ready: boolean;
}

function Actions({ options, ready }: ActionsProps) {
  const styles = useStyles();
  const words = useWordsOf(fillingWords);
  const busy = usePane((state) => state.work !== null);
  const preview = usePane((state) => state.preview);
  const fillNow = usePane((state) => state.fillNow);
  const prefer = usePane((state) => state.prefer);
  const always = usePane((state) => state.preferences.previewBeforeFill);
  const off = busy || !ready;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={off}
          onClick={() => void (always ? preview(options) : fillNow(options))}
        >
          {words.fill}
        </Button>
        <Button disabledFocusable={off} onClick={() => void preview(options)}>
          {words.preview}
        </Button>
      </div>
      <Checkbox
        label={words.always}
        checked={always}
        onChange={(_, data) => prefer({ previewBeforeFill: data.checked === true })}
      />
    </>
  );
}

/** Whom to fill, into one summary or one a department, and how new rows are listed; the default is 填写汇总表's. */
export default function Filling() {
  const styles = useStyles();
  const words = useWordsOf(fillingWords);
  const departments = usePane((state) => state.evaluation?.scores.departments) ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sheets, setSheets] = useState<'oneForAll' | 'perDepartment'>('oneForAll');
  const [order, setOrder] = useState<SummaryOrder>('department');
  const chosen = departments.map(({ name }) => name).filter((name) => !left.has(name));
  const options: FillOptions = {
    ...(chosen.length === departments.length ? {} : { departments: chosen }),
    ...(sheets === 'perDepartment' ? { perDepartment: true } : {}),
    ...(order === 'department' ? {} : { order }),
  };
  if (departments.length === 0) return <Page back title={words.title} intro={words.empty} />;
  return (
    <Page back title={words.title}>
      <Departments departments={departments} left={left} onChange={setLeft} />
      <Choice
        title={words.sheets}
        name="sheets"
        options={(['oneForAll', 'perDepartment'] as const).map((value) => ({ value, label: words[value] }))}
        value={sheets}
        onChange={setSheets}
      />
      <Choice
        title={words.order}
        name="order"
        options={SUMMARY_ORDERS.map((value) => ({ value, label: words.orders[value] }))}
        value={order}
        onChange={setOrder}
      />
      <p className={styles.note}>{words.orderNote}</p>
      {chosen.length === 0 && (
        <p role="alert" className={styles.bad}>
          {words.none}
        </p>
      )}
      <Actions options={options} ready={chosen.length > 0} />
    </Page>
  );
}
