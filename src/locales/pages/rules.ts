import { inLanguages } from '../languages';

/** The page on the rules that a workbook is scored under. */
export const rulesWords = inLanguages(
  {
    title: '评分标准',
    intro:
      '得分按下面的评分标准计算。可以写成一张工作表，在表里修改：得分马上按表里的标准计算，这里列出谁的得分变了；看清后再采用，采用会记下版本和修订人。',
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
    effects: '这些改动使得分怎样变化',
    noEffect: '没有人的得分变化。',
    affected: (count: number) => `${count} 人的得分变了`,
    from: '改动前',
    to: '改动后',
    who: '修订人',
    version: '采用后的版本',
    takeOver: '采用',
    needsName: '请写明修订人和版本；它们会记在评分标准表的修订记录里。',
    giveUp: '恢复程序自带的标准',
    giveUpNote: '已采用的标准不再使用。工作簿里还有评分标准表时，仍按表计算；要恢复，请把表也删去。',
  },
  {
    title: 'Rules',
    intro:
      'Scores are computed under these rules. Write them as a sheet and change them there: scores follow the sheet at once, and whose moved stands here. Taking over keeps the version and who changed it.',
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
    effects: 'What the changes do to the scores',
    noEffect: 'Nobody’s score changes.',
    affected: (count: number) => `Scores that change: ${count}`,
    from: 'Before',
    to: 'After',
    who: 'Changed by',
    version: 'Version from then on',
    takeOver: 'Take over',
    needsName: 'Enter who changed the rules and their version; both are kept in the history on the sheet.',
    giveUp: 'Back to the built-in rules',
    giveUpNote:
      'Rules that were taken over are no longer used. A sheet of rules still holds as long as it stands in the workbook.',
  },
);
