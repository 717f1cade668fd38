import { useEffect, useRef } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { guideWords } from '../../locales/pages/guide';
import { fullWidth } from '../../locales/punctuation';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { useSurroundings, useWords, useWordsOf } from '../state/context';
import type { Block, Line } from './guide/markdown';
import { guideFile, useGuide } from './guide/useGuide';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400, scrollMarginTop: '44px' },
  picture: {
    width: '100%',
    maxWidth: '351px',
    height: 'auto',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

function Words({ line }: { line: Line }) {
  return line.map(({ text, strong }, index) =>
    strong ? <strong key={index}>{fullWidth(text)}</strong> : <span key={index}>{fullWidth(text)}</span>,
  );
}

function Part({ block }: { block: Block }) {
  const styles = useStyles();
  const { version } = useSurroundings();
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className={styles.heading} tabIndex={-1}>
          {fullWidth(block.text)}
        </h3>
      );
    case 'paragraph':
      return (
        <p className={styles.text}>
          <Words line={block.line} />
        </p>
      );
    case 'picture':
      return (
        <img className={styles.picture} src={guideFile(block.file, version)} alt={block.alt} loading="lazy" />
      );
    case 'table':
      return (
        <DataTable
          label={block.head.map(fullWidth).join(' · ')}
          columns={block.head.map((title) => ({ title: fullWidth(title) }))}
          rows={block.rows.map((row, index) => ({
            key: String(index),
            cells: row.map((line, at) => <Words key={at} line={line} />),
          }))}
        />
      );
  }
}

/** The staff's guide with its pictures, as it was built into this version; at its last part, what messages mean. */
export default function Guide({ atMessages = false }: { atMessages?: boolean }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(guideWords);
  const { blocks, failed, retry } = useGuide();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!blocks || !atMessages) return;
    const last = [...(body.current?.querySelectorAll('h3') ?? [])].at(-1);
    last?.scrollIntoView?.();
    last?.focus({ preventScroll: true });
  }, [blocks, atMessages]);
  return (
    <Page back title={words.title}>
      {words.chinese !== '' && <p className={styles.text}>{words.chinese}</p>}
      {!blocks && !failed && <p className={styles.text}>{words.loading}</p>}
      {failed && (
        <>
          <p role="alert" className={styles.bad}>
            {words.failed}
          </p>
          <div>
            <Button onClick={retry}>{t.actions.retry}</Button>
          </div>
        </>
      )}
      <div ref={body} lang="zh-CN" style={{ display: 'contents' }}>
        {blocks?.map((block, index) => (
          <Part key={index} block={block} />
        ))}
      </div>
    </Page>
  );
}
