import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';
import { CyclePart } from './CyclePart';
import { FileChoice } from './FileChoice';
import { chosen, useCycleWork } from './useCycleWork';

/** Puts several workbooks together. */
export function CollectPart() {
  const words = useWordsOf(cycleWords).collect;
  const { state, run, cancel, choosing } = useCycleWork();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [half, setHalf] = useState('');
  const isHalf = half === '' || /^\d{4}H[12]$/.test(half);
  const isReady = files.length > 0 && isHalf && state.kind !== 'working';
  const start = () => {
    if (!isReady) return;
    void run(words.saved, async (desk, watch) =>
      desk.collect(await chosen(files), half === '' ? null : half, watch),
    );
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" multiple onChoose={choosing(setFiles)} />
      <Field
        label={words.half}
        {...(isHalf ? {} : { validationState: 'error', validationMessage: words.halfWrong })}
      >
        <Input
          value={half}
          placeholder="2008H1"
          onChange={(_, { value }) => setHalf(value.trim().toUpperCase())}
        />
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={start}>
          {words.action}
        </Button>
      </div>
    </CyclePart>
  );
}
