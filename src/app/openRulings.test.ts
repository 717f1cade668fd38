import { sample } from '../../tests/fixtures/workbooks';
import { yinchuan2008 } from '../schemes';
import { evaluate } from './evaluate';

test('a ruling to be confirmed says the answer in force in words, with the key by which it is set', () => {
  const { issues } = evaluate(sample('worked-examples'), yinchuan2008());
  const open = issues.filter(({ code }) => code === 'needs-confirmation').map(({ received }) => received);
  expect(open).toContain('实得分合计÷应得分合计×100(totalBasis=normalized)');
  expect(open).toContain(
    '提升服务计 0 分(accidentZeroes=enhancedSection);违规并且出现事故才算(accidentNeedsViolation=true)',
  );
});
