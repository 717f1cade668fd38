import { requireDepartments } from '../../app/unknownDepartment';
import { failureOf } from './failure';

test('a department that is gone is told in its own words, not as an unexpected fault', () => {
  const ask = () => requireDepartments(['三所'], ['一所', '二所']);
  let caught: unknown = null;
  try {
    ask();
  } catch (error) {
    caught = error;
  }
  expect(failureOf(caught).message).toBe('没有“三所”这个部(所)。可以选的有:一所、二所。');
});
