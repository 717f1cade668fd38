import { useState } from 'react';
import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';
import { CyclePart, FileChoice } from './CyclePart';
import { chosen, useCycleWork } from './useCycleWork';

/** A seed that nobody has thought of. */
function freshSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Draws from a customer list. */
export function DrawPart() {
  const words = useWordsOf(cycleWords).draw;
  const { state, run, cancel } = useCycleWork();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [seed, setSeed] = useState(freshSeed);
  const [detail, setDetail] = useState<'list' | 'matrix'>('list');
  const isReady = files.length > 0 && seed !== '' && state.kind !== 'working';
  const start = () => {
    if (!isReady) return;
    void run(words.saved, async (desk) => {
      const [list] = await chosen(files);
      return desk.draw(list!, { seed, detail });
    });
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" onChoose={setFiles} />
      <Field label={words.seed}>
        <Input value={seed} onChange={(_, { value }) => setSeed(value)} />
      </Field>
      <Field label={words.detail}>
        <RadioGroup
          value={detail}
          onChange={(_, { value }) => setDetail(value === 'matrix' ? 'matrix' : 'list')}
        >
          <Radio value="list" label={words.list} />
          <Radio value="matrix" label={words.matrix} />
        </RadioGroup>
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={start}>
          {words.action}
        </Button>
      </div>
    </CyclePart>
  );
}
