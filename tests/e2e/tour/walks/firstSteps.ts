import { fillingWords } from '../../../../src/locales/pages/filling';
import { firstRunWords } from '../../../../src/locales/pages/firstRun';
import { undoChangedWords } from '../../../../src/locales/pages/undoChanged';
import { emptyWorkbook, sample } from '../../demo';
import { stop, type Walk } from './walk';

const SUMMARY = '客户服务质量测评汇总表';

/** While the engine is on its way, the pane reads. */
export const reading: Walk = {
  name: 'a workbook that is being read',
  workbook: () => sample('cards'),
  before: async ({ page }) => {
    await page.route('**/engine.*.js', () => undefined);
  },
  stops: [
    stop('reading', 'results', async (tour) => {
      await tour.pane.getByRole('progressbar').waitFor();
      await tour.pane.getByRole('button', { name: tour.t.actions.cancel }).waitFor();
    }),
  ],
};

export const firstSteps: Walk = {
  name: 'from an empty workbook to the example',
  workbook: emptyWorkbook,
  stops: [
    stop('first-run', 'results', async (tour) => {
      await tour.heading(tour.words(firstRunWords).title);
      await tour.idle();
    }),
    stop('guide', 'guide', async (tour) => {
      await tour.press(tour.words(firstRunWords).guide);
      await tour.pane.getByRole('img').first().waitFor();
    }),
    stop('sheets-empty', 'sheets', async (tour) => {
      await tour.tab('results');
      await tour.press(tour.words(firstRunWords).look);
    }),
    stop('overview-empty', 'overview', (tour) => tour.tab('overview')),
    stop('filling', 'filling', async (tour) => {
      await tour.tab('results');
      await tour.press(tour.words(firstRunWords).example);
      await tour.pane.locator('tr[data-person]').first().waitFor();
      await tour.idle();
      await tour.press(tour.t.actions.options);
      await tour.heading(tour.words(fillingWords).title);
    }),
    stop('filling-nobody', 'filling', async (tour) => {
      await tour.pane.getByLabel(tour.words(fillingWords).all, { exact: true }).click();
      await tour.pane.getByRole('alert').waitFor();
    }),
    stop('department', 'department', async (tour) => {
      await tour.tab('overview');
      await tour.press('示例一所');
      await tour.heading('示例一所');
    }),
    stop('undo-changed', 'undo', async (tour) => {
      await tour.press(tour.t.actions.fill);
      await tour.pane.getByRole('button', { name: tour.t.undo.fill }).waitFor();
      await tour.idle();
      await tour.type(SUMMARY, 'K4', '50');
      await tour.press(tour.t.undo.fill);
      await tour.heading(tour.words(undoChangedWords).title(tour.t.undone.fill));
    }),
  ],
};
