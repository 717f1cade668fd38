import { firstRunWords } from '../../../../src/locales/pages/firstRun';
import { rulingsWords } from '../../../../src/locales/pages/rulings';
import { schemesWords } from '../../../../src/locales/pages/schemes';
import { tableWords } from '../../../../src/locales/pages/table';
import { emptyWorkbook, sample } from '../../demo';
import { longNames } from '../books';
import { stop, type Walk } from './walk';

const TABLE_SCHEME = '日常服务质量考核管理规定';

/** Long names, other layouts of the sheets, and another regulation. */
export const otherLayouts: readonly Walk[] = [
  {
    name: 'long names',
    workbook: longNames,
    stops: [
      stop('long-results', 'results', (tour) => tour.idle()),
      stop('long-preview', 'preview', async (tour) => {
        await tour.press(tour.t.actions.preview);
        await tour.heading(tour.t.preview.title);
        await tour.idle();
      }),
      stop('long-ruling', 'rulings', async (tour) => {
        await tour.tab('results');
        await tour.press(tour.t.issues.ruling);
        await tour.pane.getByRole('radio').nth(1).click();
        await tour.pane.getByRole('region', { name: tour.words(rulingsWords).effect }).waitFor();
      }),
    ],
  },
  {
    name: 'a combined table',
    workbook: () => sample('city-combined-dirty'),
    stops: [
      stop('entry-combined', 'entry', async (tour) => {
        await tour.idle();
        await tour.tool('entry');
      }),
    ],
  },
  {
    name: 'a regulation over a table',
    workbook: emptyWorkbook,
    stops: [
      stop('schemes-empty', 'schemes', async (tour) => {
        await tour.press(tour.words(firstRunWords).others);
        await tour.heading(tour.words(schemesWords).title);
        await tour.idle();
      }),
      stop('table', 'table', async (tour) => {
        const { template, results } = tour.words(schemesWords);
        await tour.press(`${template} ${TABLE_SCHEME}`);
        await tour.press(`${results} ${TABLE_SCHEME}`);
        await tour.heading(TABLE_SCHEME);
        await tour.pane.getByRole('button', { name: tour.words(tableWords).compute }).waitFor();
      }),
    ],
  },
  {
    name: 'cards',
    workbook: () => sample('cards'),
    stops: [
      stop('entry-cards', 'entry', async (tour) => {
        await tour.idle();
        await tour.tool('entry');
      }),
    ],
  },
];
