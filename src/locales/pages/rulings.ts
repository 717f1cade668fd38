import { inLanguages } from '../languages';
import { plural } from '../plural';

/** The page of rulings. */
export const rulingsWords = inLanguages(
  {
    title: '计分口径',
    intro: '办法没有写明之处按下列口径计算。改动前会先显示影响到谁。',
    needsConfirmation: '待确认',
    changed: '已改',
    sources: { option: '本次选择', workbook: '本工作簿', scheme: '默认' },
    range: (low: string, high: string) => `可填 ${low} 到 ${high} 之间的数`,
    invalid: (low: string, high: string) => `请填 ${low} 到 ${high} 之间的数。`,
    effect: '改动的影响',
    noEffect: '这个改动不影响任何人的得分、考核扣分和是否达标。',
    affected: (count: number) => `${count} 人的结果会改变`,
    departments: (names: readonly string[], some: readonly string[]) =>
      `${names.length} 个部(所)的平均得分、名次、是否达标或负责人扣分会改变：${some.join('、')}${some.length < names.length ? '等' : ''}`,
    apply: '按此口径重算',
    discard: '不改',
    from: '现在',
    to: '改后',
  },
  {
    title: 'Rulings',
    intro: 'Where the regulation leaves a question open. Before a change you see whose score it moves.',
    needsConfirmation: 'To be confirmed',
    changed: 'Changed',
    sources: { option: 'Chosen now', workbook: 'This workbook', scheme: 'Default' },
    range: (low, high) => `Any number from ${low} to ${high}`,
    invalid: (low, high) => `Enter a number from ${low} to ${high}.`,
    effect: 'What the change does',
    noEffect: "Nobody's score, deduction or result changes.",
    affected: (count) => `The result of ${plural(count, 'person', 'people')} will change`,
    departments: (names, some) =>
      `Mean, rank, result or the head’s deduction will change in ${plural(names.length, 'department')}: ${some.join(', ')}${some.length < names.length ? ' …' : ''}`,
    apply: 'Apply and recompute',
    discard: 'Do not change',
    from: 'Now',
    to: 'Then',
  },
);
