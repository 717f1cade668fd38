import { yinchuan2008 } from '../schemes';
import { EMPTY_MEMORY, type Memory } from '../workbook/memory';
import { isExpectedFailure } from './failures';
import { settingsOf } from './remembered';

const SCHEME = yinchuan2008();

/** A memory with one entry beside the settings. */
const withEntry = (name: string, text: string): Memory => ({
  ...EMPTY_MEMORY,
  others: new Map([[name, text]]),
});

/** The sentence with which the settings are refused. */
function refusal(memory: Memory): string {
  try {
    settingsOf(memory, SCHEME);
  } catch (error) {
    if (isExpectedFailure(error)) return error.message;
    throw error;
  }
  throw new Error('not refused');
}

describe('settings that a workbook remembers and nobody can use', () => {
  it.each(['answers', 'scheme'])('says so where the text of %s has broken off', (name) => {
    expect(refusal(withEntry(name, '{"sheets":[')).slice(0, 40)).toContain(`“${name}”不是有效的内容`);
  });

  it('says that answers stand in the workbook, and what to do', () => {
    expect(refusal(withEntry('answers', '{"a":1}'))).toMatch(
      /^工作簿里保存的答案不能使用。.*没有写.*检查文档/,
    );
  });
});
