import { entryWords } from '../../../../src/locales/pages/entry';
import { rulesWords } from '../../../../src/locales/pages/rules';
import { sample } from '../../demo';
import { stop, type Walk } from './walk';

const SUMMARY = '客户服务质量测评汇总表';

/** From a visit that is entered to a workbook that is handed in. */
export const filling: Walk = {
  name: 'a summary that is filled',
  workbook: () => sample('existing-summary'),
  stops: [
    stop('entry-matrix', 'entry', async (tour) => {
      await tour.idle();
      await tour.press(tour.t.actions.entry);
      const words = tour.words(entryWords);
      await tour.pane.getByLabel(words.person).fill('郑磊');
      await tour.pane.getByLabel(words.household).fill('东门新登记商店');
      await tour.pane.getByLabel(words.licence).fill('640199000001');
      await tour.pane.getByLabel(words.date).fill('20080603');
      await tour.pane.getByLabel('价签维护').check();
    }),
    stop('preview', 'preview', async (tour) => {
      await tour.tab('results');
      await tour.press(tour.t.actions.preview);
      await tour.heading(tour.t.preview.title);
      await tour.idle();
    }),
    stop('filled', 'results', async (tour) => {
      await tour.press(tour.t.preview.confirm);
      await tour.pane.getByRole('button', { name: tour.t.undo.fill }).waitFor();
      await tour.idle();
    }),
    stop('person', 'person', async (tour) => {
      await tour.pane.locator('tr[data-person] button').first().click();
      await tour.heading(tour.t.person.explanation);
    }),
    stop('whole', 'overview', (tour) => tour.tab('overview')),
    stop('formulas', 'formulas', async (tour) => {
      await tour.type(SUMMARY, 'K4', '=F4+G4+H4+I4');
      await tour.press(tour.t.actions.fill);
      await tour.press(tour.t.formulas.kept(1));
      await tour.heading(tour.t.formulas.title);
      await tour.idle();
    }),
    stop('schemes', 'schemes', (tour) => tour.tool('schemes')),
    stop('snapshot', 'snapshot', (tour) => tour.tool('snapshot')),
    stop('seal-none', 'seal', (tour) => tour.tool('seal')),
    stop('sealed', 'seal', async (tour) => {
      await tour.press(tour.t.actions.fill);
      await tour.press(tour.t.formulas.kept(1));
      await tour.press(tour.t.formulas.overwrite(1));
      await tour.idle();
      await tour.press(tour.t.actions.check);
      await tour.press(tour.t.submission.actions.seal);
      await tour.heading(tour.t.submission.seal.intact);
      await tour.idle();
    }),
    stop('seal-changed', 'seal', async (tour) => {
      await tour.type('客户满意度', 'D3', '61.5');
      await tour.press(tour.t.submission.seal.again);
      await tour.heading(tour.t.submission.seal.changed);
      await tour.idle();
    }),
    stop('rules-invalid', 'rules', async (tour) => {
      const words = tour.words(rulesWords);
      await tour.tool('rules');
      await tour.press(words.write);
      await tour.pane.getByRole('button', { name: words.goTo }).waitFor();
      await tour.idle();
      await tour.type('评分标准', 'F20', '3');
      await tour.press(tour.t.actions.check);
      await tour.idle();
      await tour.tool('rules');
      await tour.pane.getByRole('alert').waitFor();
    }),
    stop('rules-pending', 'rules', async (tour) => {
      await tour.type('评分标准', 'F20', '客户经理');
      await tour.type('评分标准', 'K20', '2');
      await tour.press(tour.t.actions.check);
      await tour.idle();
      await tour.tool('rules');
      await tour.pane.getByRole('button', { name: tour.words(rulesWords).takeOver }).waitFor();
    }),
  ],
};
