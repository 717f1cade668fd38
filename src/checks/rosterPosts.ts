import { editDistance, type Post, type RosterRow, type Row } from '../model';

/** Letters by which a post may be misspelt, in words of three or more. */
const MISSPELT = 1;

/**
 * The posts of persons whose own row in the roster says none, or one that is misspelt: those in which the detail sheets
 * have them. Somebody whose post is a word of its own (部长, 会计) is none of them.
 */
export function postsByDetails(
  roster: readonly RosterRow[],
  details: () => readonly Row[],
  posts: readonly Post[],
): ReadonlyMap<RosterRow, string> {
  const doubtful = roster.filter((row) => row.who.post === null && isNamed(row) && mayBePost(row, posts));
  if (doubtful.length === 0) return new Map();
  const seen = details().filter(({ who }) => who.post !== null && who.broken !== true);
  return new Map(
    doubtful.flatMap((row) => {
      const found = seen.filter(({ who }) => isSame(row, who));
      const near = found.find(({ who }) =>
        fits(
          row,
          posts.find(({ id }) => id === who.post)!,
        ),
      );
      return near ? [[row, near.who.post!] as const] : [];
    }),
  );
}

function isNamed({ who }: RosterRow): boolean {
  return who.broken !== true && who.name !== '' && who.department !== '';
}

function isSame({ who }: RosterRow, { department, name }: Row['who']): boolean {
  return who.name === name && who.department === department;
}

function mayBePost(row: RosterRow, posts: readonly Post[]): boolean {
  return posts.some((post) => fits(row, post));
}

/** A blank post fits any. */
function fits({ who: { postText } }: RosterRow, { name, synonyms }: Post): boolean {
  if (postText === '') return true;
  return [name, ...synonyms].some((word) => word.length > 2 && editDistance(postText, word) <= MISSPELT);
}
