import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SheetReading } from '../../app/evaluation';
import { formatShare } from '../../locales';
import { CellLink } from '../components/CellLink';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { usePane, useWords } from '../state/context';

const useStyles = makeStyles({
  sheet: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  summary: { cursor: 'pointer', padding: '6px 0', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, display: 'block', paddingInlineStart: '16px' },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', paddingInlineStart: '16px' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Columns({ reading }: { reading: SheetReading }) {
  const t = useWords();
  if (reading.columns.length === 0) return null;
  return (
    <DataTable
      label={t.sheets.columns}
      columns={[{ title: t.sheets.column }, { title: t.sheets.header }, { title: t.sheets.readAs }]}
      rows={reading.columns.map(({ column, header, field, label }) => ({
        key: String(column),
        cells: [
          <CellLink
            key="cell"
            short
            cell={{ sheet: reading.sheet, row: reading.headerRows.at(-1) ?? 0, column }}
          />,
          header,
          field === null ? t.sheets.unused : label,
        ],
      }))}
    />
  );
}

function Skipped({ reading }: { reading: SheetReading }) {
  const styles = useStyles();
  const t = useWords();
  if (reading.skipped.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{t.sheets.skipped(reading.skipped.length)}</summary>
      <DataTable
        label={t.sheets.skipped(reading.skipped.length)}
        columns={[{ title: t.sheets.skippedRow }, { title: t.sheets.reason }]}
        rows={reading.skipped.map(({ row, reason }) => ({
          key: String(row),
          cells: [<CellLink key="cell" short cell={{ sheet: reading.sheet, row, column: 0 }} />, reason],
        }))}
      />
    </details>
  );
}

function Reading({ reading }: { reading: SheetReading }) {
  const styles = useStyles();
  const t = useWords();
  const used = reading.definition !== null;
  const facts = used
    ? [
        t.sheets.headerRows(reading.headerRows.map((row) => row + 1).join('、')),
        t.sheets.dataRows(reading.dataRows),
        t.sheets.confidence(formatShare(reading.confidence, t.language)),
      ]
    : [];
  return (
    <details className={styles.sheet}>
      <summary className={styles.summary}>
        <span className={styles.name}>{reading.sheet}</span>
        {(!used || reading.label !== reading.sheet) && (
          <span className={styles.label}>{used ? reading.label : t.sheets.ignored}</span>
        )}
      </summary>
      <div className={styles.body}>
        {facts.length > 0 && <p className={styles.fact}>{facts.join(' · ')}</p>}
        {reading.evidence.length > 0 && (
          <p className={mergeClasses(styles.fact, styles.quiet)}>{t.sheets.because(reading.evidence)}</p>
        )}
        <Columns reading={reading} />
        <Skipped reading={reading} />
      </div>
    </details>
  );
}

/** What each sheet was taken for, which column was read as what, and which rows were passed over. */
export default function Sheets() {
  const t = useWords();
  const evaluation = usePane((state) => state.evaluation);
  const readings = evaluation?.readings ?? [];
  return (
    <Page title={t.sheets.title} intro={readings.length === 0 ? t.sheets.empty : t.sheets.intro}>
      <div>
        {readings.map((reading) => (
          <Reading key={reading.sheet} reading={reading} />
        ))}
      </div>
    </Page>
  );
}
