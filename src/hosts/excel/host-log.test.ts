/** @jest-environment jsdom */
import { logHostFailure } from './host-log';

test('the helpers library writes the error to the console', async () => {
  const group = jest.spyOn(console, 'group').mockImplementation(() => undefined);
  jest.spyOn(console, 'groupCollapsed').mockImplementation(() => undefined);
  const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = Object.assign(new Error('no such sheet'), {
    debugInfo: { errorLocation: 'Worksheet.getItem' },
  });
  await logHostFailure(error);
  expect(group).toHaveBeenCalledWith(expect.stringContaining('no such sheet'));
  expect(written).toHaveBeenCalled();
});
