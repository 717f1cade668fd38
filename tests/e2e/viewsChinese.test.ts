import type { PageName } from '../../src/taskpane/state/view';
import { testEveryView } from './tour/everyView';
import { walks } from './tour/walks';

/** Every page there is: a new one does not compile before it stands here, and has to be on a walk then. */
const PAGES: Readonly<Record<PageName, true>> = {
  results: true,
  overview: true,
  rulings: true,
  tools: true,
  cycle: true,
  rules: true,
  schemes: true,
  fixes: true,
  snapshot: true,
  entry: true,
  filling: true,
  guide: true,
  seal: true,
  sheets: true,
  person: true,
  department: true,
  preview: true,
  formulas: true,
  undo: true,
  table: true,
};

test('every page is on a walk, and no two stops have one name', () => {
  const stops = walks.flatMap((walk) => walk.stops);
  const walked = new Set<string>(stops.map(({ page }) => page));
  expect(Object.keys(PAGES).filter((page) => !walked.has(page))).toEqual([]);
  expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
});

testEveryView('zh-CN');
