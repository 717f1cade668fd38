import { guideWords } from '../../../../src/locales/pages/guide';
import { rulingsWords } from '../../../../src/locales/pages/rulings';
import { sample } from '../../demo';
import { protectedWorkbook } from '../books';
import { stop, type Walk } from './walk';

/** What the pane shows where it cannot go on. */
export const trouble: readonly Walk[] = [
  {
    name: 'a protected workbook',
    workbook: protectedWorkbook,
    stops: [
      stop('failed', 'results', async (tour) => {
        await tour.idle();
        await tour.press(tour.t.actions.fill);
        await tour.says(/保护/);
        await tour.pane.getByRole('button', { name: tour.words(guideWords).help }).waitFor();
      }),
      stop('failed-help', 'guide', async (tour) => {
        await tour.press(tour.words(guideWords).help);
        await tour.heading('常见的话，该怎么办');
      }),
      stop('crashed', 'rulings', async (tour) => {
        await tour.page.route('**/*.js', (route) => route.abort());
        await tour.tab('rulings');
        await tour.heading(tour.t.crash.title);
        await tour.page.unroute('**/*.js');
      }),
      stop('after-crash', 'rulings', async (tour) => {
        await tour.press(tour.t.actions.retry);
        await tour.heading(tour.words(rulingsWords).title);
      }),
    ],
  },
  {
    name: 'an Excel that lacks functions',
    workbook: () => sample('cards'),
    query: 'excelApi=1.8',
    stops: [stop('too-old', 'pane', (tour) => tour.heading(tour.t.tooOld.title))],
  },
  {
    name: 'an engine that cannot run the pane',
    workbook: () => sample('cards'),
    before: async ({ page }) => {
      await page.addInitScript(() => {
        if (location.pathname.endsWith('taskpane.html')) Reflect.deleteProperty(Object, 'hasOwn');
      });
    },
    stops: [stop('engine-too-old', 'pane', (tour) => tour.heading('请升级 Office'))],
  },
];
