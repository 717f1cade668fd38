import { faultReport } from './faultReport';

const about = { version: '9.8.7', view: 'person', language: 'zh-CN', browser: 'Mozilla/5.0' };

/** An error as V8 tells of it: the message comes first in the stack, over as many lines as it has. */
function thrown(name: string, message: string, frames: readonly string[], more: object = {}): Error {
  const error = Object.assign(new Error(message), more);
  error.name = name;
  error.stack = [`${name}: ${message}`, ...frames].join('\n');
  return error;
}

/** A folder of somebody's. */
const HOME = ['C:', 'Users', 'liming'].join('\\');

const FRAMES = [
  '    at Xe (https://localhost:3000/taskpane.2d9b3629c6.js:2:114550)',
  '    at async https://intranet.example/部(所)/李明/engine.b720671caa.js:1:99',
  '    at Object.explain (https://localhost:3000/187.ee557e107e.js:1:20)',
  '    at https://appsforoffice.microsoft.com/lib/1/hosted/office.js:1:5',
  `    at ${HOME}\\Desktop\\addin.js:3:4`,
];

test('the report names the error and the places in our own scripts, nothing else', () => {
  const report = faultReport(thrown('TypeError', 'x is undefined', FRAMES), about);
  expect(report.split('\n')).toEqual([
    'version: 9.8.7',
    'view: person',
    'language: zh-CN',
    'browser: Mozilla/5.0',
    'error: TypeError',
    'taskpane.2d9b3629c6.js:2:114550',
    'engine.b720671caa.js:1:99',
    '187.ee557e107e.js:1:20',
  ]);
});

test('what Safari and Firefox write is understood too', () => {
  const error = thrown('RangeError', 'm', []);
  error.stack =
    'explain@https://localhost:3000/187.ee557e107e.js:1:20\n@https://h/taskpane.2d9b3629c6.js:2:7';
  expect(faultReport(error, {}).split('\n')).toEqual([
    'error: RangeError',
    '187.ee557e107e.js:1:20',
    'taskpane.2d9b3629c6.js:2:7',
  ]);
});

const PERSONAL = [
  '李明 has no step',
  'cell says\n    at 李明 (东门商店 640101000107)\nat 13912345678',
  `${HOME}\\2008 测评.xlsx\n  at liming (${HOME}\\taskpane.js:1:1)`,
  'liming@https://localhost:3000/sheet\n  at LiMing https://h/640101000107.js:640101000107:1',
  'at (https://h/李明/640101000107.0123456789.js:1:1)',
];

test.each(PERSONAL)('nothing of a message gets into it: %j', (message) => {
  const report = faultReport(thrown('HostError', message, FRAMES, { code: 'protected' }), about);
  expect(report).toBe(faultReport(thrown('HostError', '', FRAMES, { code: 'protected' }), about));
  expect(report).toContain('error: HostError protected\n');
});

test('a name or a code that is not one of ours is not repeated', () => {
  const report = faultReport(thrown('李明', 'm', [], { code: '640101000107' }), {});
  expect(report).toBe('error: Error');
  expect(faultReport(thrown('LiMing', 'm', [], { code: 'LiMing' }), {})).toBe('error: Error');
  expect(faultReport('李明', {})).toBe('error: string');
});

test('what Excel itself reports is named by its code', () => {
  const office = thrown('RichApi.Error', '李明', [], { code: 'ItemNotFound' });
  expect(faultReport(office, {})).toBe('error: RichApi.Error ItemNotFound');
  const unknown = thrown('HostError', '意外', [], { code: 'unknown', detail: office });
  expect(faultReport(unknown, {})).toBe('error: HostError unknown (RichApi.Error ItemNotFound)');
});
