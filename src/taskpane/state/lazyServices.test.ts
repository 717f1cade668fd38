import { createFakeServices } from '../../../tests/pane/fake';
import { sample } from '../../../tests/pane/samples';
import { lazyServices } from './lazyServices';

const run = { signal: new AbortController().signal, onProgress: () => undefined };

test('calls that come together load one engine; a load that failed is tried again', async () => {
  const engine = createFakeServices(sample);
  const load = jest.fn(() => Promise.resolve(engine)).mockRejectedValueOnce(new Error('offline'));
  const services = lazyServices(load);
  await expect(services.check({}, run)).rejects.toThrow('offline');
  await Promise.all([services.check({}, run), services.follower.watch(() => undefined)]);
  await services.setPeriod(null);
  expect(load).toHaveBeenCalledTimes(2);
});
