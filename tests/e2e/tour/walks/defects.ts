import { sheetsWords } from '../../../../src/locales/pages/sheets';
import { sample } from '../../demo';
import { stop, type Walk } from './walk';

/** From what is wrong to what can be done about it. */
export const defects: Walk = {
  name: 'a workbook with defects',
  workbook: () => sample('list-with-defects'),
  stops: [
    stop('results', 'results', (tour) => tour.idle()),
    stop('question', 'sheets', async (tour) => {
      await tour.press(tour.t.issues.question);
      await tour.heading(tour.words(sheetsWords).title);
    }),
    stop('verdict', 'results', async (tour) => {
      await tour.press(tour.t.actions.check);
      await tour.pane.getByRole('group', { name: tour.t.submission.actions.label }).waitFor();
      await tour.idle();
    }),
    stop('fixes', 'fixes', async (tour) => {
      await tour.press(tour.t.submission.actions.fixes(2));
      await tour.heading(tour.t.submission.fixes.title);
    }),
    stop('overview', 'overview', (tour) => tour.tab('overview')),
    stop('sheets', 'sheets', async (tour) => {
      await tour.tab('sheets');
      await tour.pane.locator('details[data-sheet] > summary').first().click();
    }),
    stop('rulings', 'rulings', (tour) => tour.tab('rulings')),
    stop('tools', 'tools', (tour) => tour.tab('tools')),
    stop('cycle', 'cycle', (tour) => tour.tool('cycle')),
    stop('rules', 'rules', (tour) => tour.tool('rules')),
    stop('entry-list', 'entry', (tour) => tour.tool('entry')),
  ],
};
