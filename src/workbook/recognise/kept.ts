/** So many texts are kept with what they mean; the headers and first rows of a workbook hold a few hundred. */
const MOST_TEXTS = 2_000;

/** Keeps what was worked out for a text, and returns it; with too many of them it begins anew. */
export function kept<Meaning>(known: Map<string, Meaning>, text: string, meaning: Meaning): Meaning {
  if (known.size >= MOST_TEXTS) known.clear();
  known.set(text, meaning);
  return meaning;
}
