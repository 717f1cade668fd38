import { yinchuan2008 } from '../schemes';
import { resolveRulings, RulingError } from './rulings';

const scheme = yinchuan2008();

function refusal(settings: Readonly<Record<string, string | number | boolean>>): RulingError {
  try {
    resolveRulings(scheme, settings);
  } catch (error) {
    if (error instanceof RulingError) return error;
  }
  throw new Error('was not refused');
}

test('without layers every key has its default', () => {
  const rulings = resolveRulings(scheme, undefined);
  expect(Object.keys(rulings)).toEqual(scheme.rulings.map(({ key }) => key));
  expect(rulings).toMatchObject({
    totalBasis: 'normalized',
    qualifyingLine: 85,
    accidentNeedsViolation: true,
  });
});

test('a later layer wins', () => {
  const rulings = resolveRulings(
    scheme,
    { rounding: 'none', totalBasis: 'raw' },
    { totalBasis: 'rawCappedAt100' },
  );
  expect(rulings).toMatchObject({ rounding: 'none', totalBasis: 'rawCappedAt100' });
});

test('text stands for numbers and booleans', () => {
  const rulings = resolveRulings(scheme, {
    breakageStep: '0.0010',
    accidentNeedsViolation: 'false',
    qualifyingLine: '84.5',
    'percentStep.CM-U1': 'started',
    'percentStep.MS-S03': 'proportional',
  });
  expect(rulings).toMatchObject({ breakageStep: 0.001, accidentNeedsViolation: false, qualifyingLine: 84.5 });
  expect(rulings['percentStep.CM-U1']).toBe('started');
  expect(rulings['percentStep.MS-S03']).toBe('proportional');
});

test.each([
  [{ totalBases: 'raw' }, '没有名为 totalBases 的裁定。是否想写 totalBasis?'],
  [{ __proto__x: 'raw' }, '没有名为 __proto__x 的裁定'],
  [{ totalBasis: 'rwa' }, '裁定 totalBasis 没有取值 rwa。是否想写 raw?可用的有:normalized、raw、'],
  [{ breakageStep: '1e-4' }, '裁定 breakageStep 没有取值 1e-4'],
  [{ breakageStep: '' }, '裁定 breakageStep 没有取值'],
  [{ accidentNeedsViolation: 'no' }, '可用的有:true、false'],
  [{ qualifyingLine: '100.5' }, '裁定 qualifyingLine 应为 0 到 100 之间的数字,实际是 100.5'],
  [{ qualifyingLine: -1 }, '实际是 -1'],
  [{ qualifyingLine: 'NaN' }, '实际是 NaN'],
  [{ qualifyingLine: true }, '实际是 true'],
  [{ qualifyingLine: '' }, '应为 0 到 100 之间的数字'],
  [{ 'totalBasis.CM-U1': 'raw' }, '裁定 totalBasis 不能按单个指标设定'],
  [{ 'percentStep.CM-U9': 'whole' }, '是否想写 percentStep.CM-U1?'],
  [{ 'percentStep.CM-U3': 'whole' }, '裁定 percentStep 不能用于指标 CM-U3'],
  [{ 'percentStep.': 'whole' }, '不能用于指标'],
])('refuses %j and says what is possible', (settings, message) => {
  const error = refusal(settings);
  expect(error.message).toContain(message);
  expect(error.possible.length).toBeGreaterThan(0);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'a key that nothing is near to',
    { 'xxxxxxxxxxxxxxxxxxxxxxxx.CM-U1': 'raw' },
    `没有名为 xxxxxxxxxxxxxxxxxxxxxxxx.CM-U1 的裁定。可用的有:${scheme.rulings.map(({ key }) => key).join('、')}`,
  ],
  [
    'a value that nothing is near to',
    { totalBasis: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    '裁定 totalBasis 没有取值 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx。可用的有:normalized、raw、rawCappedAt100、hundredMinusDeductions',
  ],
  [
    'an indicator that counts no steps',
    { 'percentStep.CM-S01': 'whole' },
    '裁定 percentStep 不能用于指标 CM-S01。是否想写 percentStep.CM-U1?可用的指标有:MS-S03、CM-U1、CM-U2、CM-U4、CM-U5、CM-U6、MS-U1、MS-U3、DL-U1、DL-U4、K2',
  ],
  [
    'an indicator that nothing is near to',
    { 'percentStep.xxxxxxxxxxxxxx': 'whole' },
    '裁定 percentStep 不能用于指标 xxxxxxxxxxxxxx。可用的指标有:MS-S03、CM-U1、CM-U2、CM-U4、CM-U5、CM-U6、MS-U1、MS-U3、DL-U1、DL-U4、K2',
  ],
  ['a key without a name', { '.CM-U1': 'raw' }, '没有名为 .CM-U1 的裁定。'],
])('%s is refused in these words', (_, settings, message) => {
  const error = refusal(settings);
  expect(error.name).toBe('RulingError');
  expect(error.key).toBe(Object.keys(settings)[0]);
  expect(error.message.slice(0, message.length)).toBe(message);
});

test('what is possible instead can be given as it stands', () => {
  const keys = refusal({ 'percentStep.CM-U3': 'whole' }).possible;
  expect(keys).toContain('percentStep.CM-U1');
  for (const key of keys) expect(resolveRulings(scheme, { [key]: 'started' })[key]).toBe('started');
  for (const value of refusal({ accidentZeroes: 'x' }).possible)
    expect(resolveRulings(scheme, { accidentZeroes: value }).accidentZeroes).toBe(value);
});

test('spaces around a value do not count; the ends of a range do', () => {
  expect(resolveRulings(scheme, { totalBasis: ' raw ', qualifyingLine: ' 84 ' })).toMatchObject({
    totalBasis: 'raw',
    qualifyingLine: 84,
  });
  for (const line of [0, 100])
    expect(resolveRulings(scheme, { qualifyingLine: line }).qualifyingLine).toBe(line);
});
