import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';
import { CyclePart } from './CyclePart';
import { FileChoice } from './FileChoice';
import { chosen, useCycleWork } from './useCycleWork';

/** Compares the visits of a workbook with the draw. */
export function DrawCheckPart() {
  const { drawCheck: words, checked } = useWordsOf(cycleWords);
  const { state, run, cancel, choosing } = useCycleWork();
  const [workbook, setWorkbook] = useState<readonly File[]>([]);
  const [drawn, setDrawn] = useState<readonly File[]>([]);
  const isReady = workbook.length > 0 && state.kind !== 'working';
  const start = () => {
    if (!isReady) return;
    const compare: Parameters<typeof run>[1] = async (desk) => {
      const [visits] = await chosen(workbook);
      const [draw] = await chosen(drawn);
      return desk.drawCheck(visits!, draw ?? null);
    };
    void run('', compare, ({ isClean }) => checked(isClean));
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" onChoose={choosing(setWorkbook)} />
      <FileChoice label={words.drawn} accept=".xlsx,.xlsm" onChoose={choosing(setDrawn)} />
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={start}>
          {words.action}
        </Button>
      </div>
    </CyclePart>
  );
}
