/** How persons are named in what is published (R33). */
export type Naming = 'all' | 'initials' | 'departments';

/** Family names of two characters; the common ones. */
const DOUBLE = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 南宫 西门 独孤'.split(' '),
);

/** A person's name as it is published: in full, or the family name with 某 for the rest. */
export function publishedName(name: string, naming: Naming): string {
  if (naming === 'all') return name;
  const family = DOUBLE.has(name.slice(0, 2)) ? name.slice(0, 2) : [...name][0];
  return `${family ?? ''}某`;
}
