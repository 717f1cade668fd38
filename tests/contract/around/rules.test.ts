import { formatArea } from '../../../emulator/model';
import { isMarkRule } from '../../../src/workbook/marks';
import { bookWith, SUMMARY } from './book';
import { course, HOSTS, type Seen } from './course';

const rules =
  '<conditionalFormatting sqref="K4:K22"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>80</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="A4:P22"><cfRule type="expression" priority="2"><formula>$E$23=0</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="N23 A30"><cfRule type="expression" priority="3"><formula>N23&gt;0</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="3">' +
  '<dataValidation type="list" sqref="M4:M22"><formula1>"达标,未达标"</formula1></dataValidation>' +
  '<dataValidation type="list" sqref="D4:D9"><formula1>$A$26:$A$28</formula1></dataValidation>' +
  '<dataValidation type="whole" operator="between" sqref="L4:L22"><formula1>1</formula1><formula2>99</formula2></dataValidation>' +
  '</dataValidations>' +
  `<hyperlinks><hyperlink ref="A23" location="'人员名册'!A1"/><hyperlink ref="P5" location="'${SUMMARY}'!A1"/></hyperlinks>`;

function look({ sheet }: Seen) {
  const own = sheet.conditions.filter(({ formula }) => !isMarkRule(formula));
  return {
    conditions: own.map(({ type = 'Custom', areas }) => `${type} ${areas.map(formatArea).join(' ')}`).sort(),
    formulas: own.filter(({ type }) => type === undefined).map(({ formula }) => formula),
    lists: sheet.validations.map(({ area, rule }) => `${formatArea(area)} ${JSON.stringify(rule)}`).sort(),
    links: [...sheet.links].sort(([one], [other]) => (one < other ? -1 : 1)),
    printed: sheet.page.printArea && formatArea(sheet.page.printArea),
  };
}

function expected(last: number, total: number): ReturnType<typeof look> {
  const whole = { type: 'whole', operator: 'between', first: '1', second: '99' };
  return {
    conditions: [`CellValue K4:K${last}`, `Custom A4:P${last}`, `Custom N${total} A${total + 7}`],
    formulas: [`$E$${total}=0`, `N${total}>0`],
    lists: [
      `D4:D9 ${JSON.stringify({ list: { source: `=$A$${total + 3}:$A$${total + 5}` } })}`,
      `L4:L${last} ${JSON.stringify(whole)}`,
      `M4:M${last} ${JSON.stringify({ list: { source: '达标,未达标' } })}`,
    ],
    links: [
      [`${total - 1},0`, "'人员名册'!A1"],
      ['4,15', `'${SUMMARY}'!A1`],
    ],
    printed: `A1:P${total + 7}`,
  };
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('conditional formats, allowed values, links and the print area go along and take in the new rows', async () => {
    const stages = await course(open, bookWith({ rules }), look);
    expect(stages.before).toEqual(expected(22, 23));
    expect(stages.filled).toEqual(expected(24, 25));
    expect(stages.cut).toEqual(expected(23, 24));
    expect(stages.again).toEqual(expected(24, 25));
    for (const stage of [stages.undone, stages.marked, stages.unmarked]) expect(stage).toEqual(stages.cut);
  });
});
