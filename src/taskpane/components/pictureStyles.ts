import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks that the pictures share; in forced colours the bars keep the system's own. */
export const usePictureStyles = makeStyles({
  picture: { display: 'block', width: '100%', overflow: 'visible' },
  text: { fill: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase200 },
  quiet: { fill: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
  strong: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  track: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  bar: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
});
