import { entryWords } from '../../../src/locales/pages/entry';
import { fillingWords } from '../../../src/locales/pages/filling';
import { firstRunWords } from '../../../src/locales/pages/firstRun';
import { guideWords } from '../../../src/locales/pages/guide';
import { rulesWords } from '../../../src/locales/pages/rules';
import { rulingsWords } from '../../../src/locales/pages/rulings';
import { schemesWords } from '../../../src/locales/pages/schemes';
import { sheetsWords } from '../../../src/locales/pages/sheets';
import { tableWords } from '../../../src/locales/pages/table';
import { undoChangedWords } from '../../../src/locales/pages/undoChanged';
import type { PageName } from '../../../src/taskpane/state/view';
import { emptyWorkbook, sample } from '../demo';
import { longNames, protectedWorkbook } from './books';
import type { Tour } from './tour';

/** A view of the pane, how to come to it from the stop before, and which page stands there. */
export interface Stop {
  readonly name: string;
  /** `pane` where it stands in for all pages. */
  readonly page: PageName | 'pane';
  readonly go: (tour: Tour) => Promise<void>;
}

/** Stops over one workbook, in this order. */
export interface Walk {
  readonly name: string;
  readonly workbook: () => string;
  readonly stops: readonly Stop[];
  /** What else the demo's address says. */
  readonly query?: string;
  /** Runs before the pane is opened. */
  readonly before?: (tour: Pick<Tour, 'page'>) => Promise<void>;
}

const TABLE_SCHEME = '日常服务质量考核管理规定';
const SUMMARY = '客户服务质量测评汇总表';

const stop = (name: string, page: Stop['page'], go: Stop['go']): Stop => ({ name, page, go });

/** While the engine is on its way, the pane reads. */
const reading: Walk = {
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

const firstSteps: Walk = {
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
      await tour.heading(tour.words(undoChangedWords).title);
    }),
  ],
};

const defects: Walk = {
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

const filling: Walk = {
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

const otherLayouts: readonly Walk[] = [
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

const trouble: readonly Walk[] = [
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

export const walks: readonly Walk[] = [reading, firstSteps, defects, filling, ...otherLayouts, ...trouble];
