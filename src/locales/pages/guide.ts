import { inLanguages } from '../languages';

/** The staff's guide, and what is offered where something failed. */
export const guideWords = inLanguages(
  {
    title: '使用指南',
    chinese: '',
    loading: '正在打开指南',
    failed: '指南没有打开：取不到它的文件。请检查与加载项服务器的连接，再按“重试”。',
    help: '怎么办',
  },
  {
    title: 'Guide',
    chinese: 'The guide is written in Chinese; its pictures show the Chinese pane.',
    loading: 'Opening the guide',
    failed:
      'The guide was not opened: its file cannot be fetched. Check the connection to the server of the add-in, then press “Try again”.',
    help: 'What to do',
  },
);
