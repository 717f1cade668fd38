import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';
import { CyclePart, FileChoice } from './CyclePart';
import { chosen, useCycleWork } from './useCycleWork';

/** Puts several workbooks together. */
export function CollectPart() {
  const words = useWordsOf(cycleWords).collect;
  const { state, run, cancel } = useCycleWork();
  const [files, setFiles] = useState<readonly File[]>([]);
  const isReady = files.length > 0 && state.kind !== 'working';
  const start = () => {
    if (!isReady) return;
    void run(words.saved, async (desk, watch) => desk.collect(await chosen(files), null, watch));
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" multiple onChoose={setFiles} />
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={start}>
          {words.action}
        </Button>
      </div>
    </CyclePart>
  );
}
