/** The same words in both languages; a missing one does not compile. */
export interface Languages<Words> {
  readonly zhCN: Words;
  readonly en: Words;
}

/** Words of a page that is loaded when it is asked for; the Chinese ones give the shape. */
export function inLanguages<Words>(zhCN: Words, en: NoInfer<Words>): Languages<Words> {
  return { zhCN, en };
}

/** The words for a BCP 47 language tag; Chinese for whatever is not English. */
export function wordsFor<Words>(languages: Languages<Words>, tag: string): Words {
  return /^en\b/i.test(tag) ? languages.en : languages.zhCN;
}
