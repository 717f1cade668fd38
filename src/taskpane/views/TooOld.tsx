import { Page } from '../components/Page';
import { useWords } from '../state/context';

/** Stands in for the pane where Excel lacks what it needs. */
export function TooOld() {
  const t = useWords();
  return <Page title={t.tooOld.title}>{t.tooOld.explain}</Page>;
}
