import { useState } from 'react';
import { Button, Field } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { RadioChoices } from '../../components/RadioChoices';
import { usePane, useWordsOf } from '../../state/context';
import { CyclePart } from './CyclePart';
import { useCycleWork } from './useCycleWork';

const NAMINGS = ['all', 'initials', 'departments'] as const;

/** Publishes the result of the open workbook. */
export function BulletinPart() {
  const words = useWordsOf(cycleWords).bulletin;
  const { state, run, cancel } = useCycleWork();
  const evaluation = usePane(({ evaluation: seen }) => seen);
  const [naming, setNaming] = useState<(typeof NAMINGS)[number]>('all');
  const isReady = evaluation !== null && state.kind !== 'working';
  const publish = () => {
    if (evaluation && isReady) void run(words.saved, (desk) => desk.bulletin(evaluation, naming));
  };
  const slips = () => {
    if (evaluation && isReady) void run(words.slipsSaved, (desk) => desk.slips(evaluation));
  };
  return (
    <CyclePart
      title={words.title}
      note={evaluation ? words.note : words.nothing}
      state={state}
      onCancel={cancel}
    >
      <Field label={words.naming}>
        <RadioChoices
          options={NAMINGS.map((each) => ({ value: each, label: words[each] }))}
          value={naming}
          onChange={setNaming}
        />
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={publish}>
          {words.action}
        </Button>
      </div>
      <div>
        <Button disabledFocusable={!isReady} onClick={slips}>
          {words.slips}
        </Button>
      </div>
    </CyclePart>
  );
}
