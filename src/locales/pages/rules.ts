import { inLanguages } from '../languages';

/** The page on the rules that a workbook is scored under. */
export const rulesWords = inLanguages(
  {
    title: '评分标准',
    intro: '得分按下面的评分标准计算。可以写成一张工作表，在表里修改，看清谁的得分会变，再决定采用。',
    inForce: (title: string, version: string) => `${title}，版本 ${version}`,
    sources: {
      shipped: '正在使用：程序自带的标准，没有改动',
      workbook: '正在使用：本单位已采用的标准',
      sheet: '正在使用：评分标准表',
    },
    reading: '正在读取',
    write: '写成评分标准表',
    written: '评分标准表已加到工作簿里，可以直接修改；改好后按“提交前校验”重新读取。',
    goTo: '去评分标准表',
    none: '评分标准表没有等待采用的改动。',
    invalid: '评分标准表有错，改正前不计分。请到“结果”里逐格查看。',
    pending: (count: number) => `评分标准表有 ${count} 处改动等待采用`,
    effects: '采用后得分的变化',
    noEffect: '没有人的得分会变。',
    affected: (count: number) => `${count} 人的得分会变`,
    from: '现在',
    to: '采用后',
    who: '修订人',
    version: '采用后的版本',
    takeOver: '采用',
    needsName: '请写明修订人和版本；它们会记在评分标准表的修订记录里。',
    giveUp: '恢复程序自带的标准',
    giveUpNote: '已采用的标准不再使用；评分标准表留在工作簿里。',
  },
  {
    title: 'Rules',
    intro:
      'Scores are computed under these rules. Write them as a sheet, change them there, see whose score would move, then take them over.',
    inForce: (title: string, version: string) => `${title}, version ${version}`,
    sources: {
      shipped: 'In force: the built-in rules, unchanged',
      workbook: 'In force: own rules that were taken over',
      sheet: 'In force: the sheet of rules',
    },
    reading: 'Reading',
    write: 'Write as a sheet',
    written:
      'The rules were added as a sheet. Change them there, then press the check button to read them again.',
    goTo: 'Go to the sheet',
    none: 'The sheet of rules holds no change that waits.',
    invalid:
      'The sheet of rules has mistakes; nobody is scored until they are mended. See the results, cell by cell.',
    pending: (count: number) => `${count} changes on the sheet of rules wait`,
    effects: 'What taking over would change',
    noEffect: 'Nobody’s score would change.',
    affected: (count: number) => `Scores that would change: ${count}`,
    from: 'Now',
    to: 'Then',
    who: 'Changed by',
    version: 'Version from then on',
    takeOver: 'Take over',
    needsName: 'Enter who changed the rules and their version; both are kept in the history on the sheet.',
    giveUp: 'Back to the built-in rules',
    giveUpNote: 'Rules that were taken over are no longer used; the sheet stays in the workbook.',
  },
);
