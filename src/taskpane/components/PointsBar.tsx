import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', height: '8px' },
  track: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  reached: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
});

/** Points reached of a maximum, as a bar; the figures stand beside it as text. `share` is 0 to 1. */
export function PointsBar({ share }: { share: number }) {
  const styles = useStyles();
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <svg className={styles.bar} aria-hidden focusable="false">
      <rect className={styles.track} width="100%" height="8" rx="4" />
      {share > 0 && <rect className={styles.reached} width={width} height="8" rx="4" />}
    </svg>
  );
}
