import { headerKeys, normaliseHeader } from './normalise';

describe('normaliseHeader', () => {
  it('removes spaces, line breaks and width', () => {
    expect(normaliseHeader(' 许可\r\n证　号 ')).toBe('许可证号');
    expect(normaliseHeader('部（所）：')).toBe('部(所)');
    expect(normaliseHeader('ＮＯ．')).toBe('no.');
    expect(normaliseHeader('\u200b ')).toBe('');
  });
});

describe('headerKeys', () => {
  it('gives the text, then without groups, then without bracket characters', () => {
    expect(headerKeys('部（所）')).toEqual(['部(所)', '部', '部所']);
    expect(headerKeys('标准服务\n（20分）')).toEqual(['标准服务(20分)', '标准服务', '标准服务20分']);
    expect(headerKeys('(折算百分制)')).toEqual(['(折算百分制)', '折算百分制']);
    expect(headerKeys('姓名')).toEqual(['姓名']);
    expect(headerKeys('  ')).toEqual([]);
  });

  it('leaves a bracket without its partner', () => {
    expect(headerKeys('2)订货单签字确认')).toEqual(['2)订货单签字确认']);
    expect(headerKeys('3)更换记录(1分)')).toEqual(['3)更换记录(1分)', '3)更换记录', '3)更换记录1分']);
  });

  it('takes nested groups as one', () => {
    expect(headerKeys('库存【单牌号(条)】')).toEqual(['库存【单牌号(条)】', '库存', '库存单牌号(条)']);
  });
});
