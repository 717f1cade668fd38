import { inLanguages } from '../languages';

/** The page that saves what was read. */
export const snapshotWords = inLanguages(
  {
    title: '保存快照',
    intro: '把读到的内容存成一个文件，交给维护人员，可以在命令行上重新校验和计分。',
    replaceNames: '替换姓名、客户和许可证号',
    nameless:
      '姓名、客户名称、许可证号换成代号，备注和投诉内容抹去，得分不变。部(所)名称、表头和其他文字照原样保留，交出前请看一遍。',
    named: '文件里有姓名和客户名称，请按规定保管。',
    save: '下载快照',
    saved: '快照已交给浏览器下载。',
    refused: '没有保存：替换后重新计分，得分会不一样。可以不替换姓名再保存，并请把这个情况告诉维护人员。',
    file: '快照.json',
    namelessFile: '快照-无姓名.json',
  },
  {
    title: 'Save snapshot',
    intro: 'Saves what was read as a file that can be checked and scored again on the command line.',
    replaceNames: 'Replace names, customers and licences',
    nameless:
      'Names, customers and licences become stand-ins, remarks and complaints are blanked out, and the scores stay the same. Departments, headers and other texts are kept: look through them before you pass the file on.',
    named: 'The file holds names of people and customers. Keep it as the rules demand.',
    save: 'Download snapshot',
    saved: 'The snapshot was handed to the browser for download.',
    refused:
      'Not saved: scored again after the replacement, the figures would differ. Save it with names instead, and tell whoever maintains this.',
    file: 'snapshot.json',
    namelessFile: 'snapshot-without-names.json',
  },
);
