import { cycleWords } from '../../locales/pages/cycle';
import { Page } from '../components/Page';
import { useWordsOf } from '../state/context';
import { ArchivePart } from './cycle/ArchivePart';
import { BulletinPart } from './cycle/BulletinPart';
import { CollectPart } from './cycle/CollectPart';
import { CorrectPart } from './cycle/CorrectPart';
import { DrawCheckPart } from './cycle/DrawCheckPart';
import { DrawPart } from './cycle/DrawPart';

/** The half-year around the score, in the order in which it is done. */
export default function Cycle() {
  const words = useWordsOf(cycleWords);
  return (
    <Page back title={words.title} intro={words.intro}>
      <DrawPart />
      <DrawCheckPart />
      <CollectPart />
      <CorrectPart />
      <BulletinPart />
      <ArchivePart />
    </Page>
  );
}
