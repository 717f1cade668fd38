import type { Block, BlockRow } from './blocks';
import { plainText } from './blocks';
import type { Draft } from './draft';
import { GRAINS, keyOf, MISSING, SECTION_HEADERS, SECTION_TOTAL } from './labels';
import { pointsHeader } from './tables';

/** The sections with their points a post; a row of totals must be what they add up to. */
export function readSections(block: Block, draft: Draft): readonly unknown[] {
  const rows = block.rows.filter((row) => row.text(SECTION_HEADERS.id) !== SECTION_TOTAL);
  const sections = rows.map((row, index) => sectionOf(row, `sections[${index}]`, draft));
  for (const row of block.rows) {
    if (row.text(SECTION_HEADERS.id) === SECTION_TOTAL) checkTotals(row, sections, draft);
  }
  return sections;
}

interface ReadSection extends Record<string, unknown> {
  readonly points: Readonly<Record<string, number | string>>;
}

function sectionOf(row: BlockRow, path: string, draft: Draft): ReadSection {
  const id = row.text(SECTION_HEADERS.id);
  draft.place(path, row.cell(SECTION_HEADERS.id));
  for (const [key, header] of Object.entries(SECTION_HEADERS))
    draft.place(`${path}.${key}`, row.cell(header));
  const points: Record<string, number | string> = {};
  for (const post of draft.base.posts) {
    const header = pointsHeader(post.name);
    draft.place(`${path}.points.${post.id}`, row.cell(header));
    const value = draft.number(row.value(header));
    if (value !== undefined) points[post.id] = value;
  }
  const known = draft.base.sections.find((section) => section.id === id);
  return {
    id,
    title: row.words(SECTION_HEADERS.title),
    ...(known?.synonyms ? { synonyms: known.synonyms } : {}),
    clause: row.words(SECTION_HEADERS.clause),
    grain: keyOf(GRAINS, row.text(SECTION_HEADERS.grain)),
    points,
    ifMissing: keyOf(MISSING, row.text(SECTION_HEADERS.ifMissing)),
    // No column says it: it hangs on how the product's sheets are kept.
    ...(known?.revisits === undefined ? {} : { revisits: known.revisits }),
  };
}

/** What the sheet says the points add up to is what they add up to; a blank says nothing. */
function checkTotals(row: BlockRow, sections: readonly ReadSection[], draft: Draft): void {
  for (const post of draft.base.posts) {
    const header = pointsHeader(post.name);
    const said = draft.number(row.value(header));
    const parts = sections.flatMap(({ points }) => (points[post.id] === undefined ? [] : [points[post.id]!]));
    if (said === undefined || parts.some((each) => typeof each !== 'number')) continue;
    const sum = parts.reduce<number>((total, each) => total + Math.round(Number(each) * 100), 0) / 100;
    if (said === sum) continue;
    const expected = `${sum} 分`;
    const message = `各部分的分值加起来是 ${sum},这里写的是 ${plainText(said)}。请改正其中一处。`;
    draft.fault(row.cell(header), message, plainText(said), expected);
  }
}
