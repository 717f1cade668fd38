import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { useWordsOf } from '../../state/context';
import { CyclePart } from './CyclePart';
import { FileChoice } from './FileChoice';
import { chosen, useCycleWork } from './useCycleWork';

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

/** Archives a workbook; verifies an archive, or compares two. */
export function ArchivePart() {
  const styles = useStyles();
  const { archive: words, checked } = useWordsOf(cycleWords);
  const { state, run, cancel, choosing } = useCycleWork();
  const [workbook, setWorkbook] = useState<readonly File[]>([]);
  const [archives, setArchives] = useState<readonly File[]>([]);
  const isFree = state.kind !== 'working';
  const [before, after] = archives;
  const archive = () => {
    if (!isFree || workbook.length === 0) return;
    void run(words.saved, async (desk) => desk.archive((await chosen(workbook))[0]!, new Date()));
  };
  const verify = () => {
    if (!isFree || !before || archives.length !== 1) return;
    const look: Parameters<typeof run>[1] = async (desk) => desk.verify((await chosen([before]))[0]!);
    void run('', look, ({ isClean }) => checked(isClean));
  };
  const compare = () => {
    if (!isFree || !before || !after || archives.length !== 2) return;
    void run(words.compareSaved, async (desk) => {
      const [one, other] = await chosen([before, after]);
      return desk.compare(one!, other!);
    });
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" onChoose={choosing(setWorkbook)} />
      <div>
        <Button appearance="primary" disabledFocusable={!isFree || workbook.length === 0} onClick={archive}>
          {words.action}
        </Button>
      </div>
      <FileChoice label={words.verifyFile} accept=".zip" multiple onChoose={choosing(setArchives)} />
      {archives.length > 2 && <p className={styles.hint}>{words.tooMany(archives.length)}</p>}
      <div>
        <Button disabledFocusable={!isFree || archives.length !== 1} onClick={verify}>
          {words.verify}
        </Button>{' '}
        <Button disabledFocusable={!isFree || archives.length !== 2} onClick={compare}>
          {words.compare}
        </Button>
      </div>
    </CyclePart>
  );
}
