import { endsSlice, fieldCell, type Row, type Slices, type VisitRows } from '../model';
import type { Desk } from './desk';
import { BLANK, type Directory, type DirectoryEntry, type Resolution } from './persons';

/** Whose a row is that belongs to nobody. */
export const NOBODY = -1;

/**
 * Finds whom each row means; reports the ones who cannot be found, in the row's own place. Returns the assessee's
 * id a row, NOBODY where it belongs to nobody.
 */
export function* identify(rows: readonly Row[], directory: Directory, desk: Desk): Slices<Int32Array> {
  const owners = new Int32Array(rows.length);
  let last: Row['who'] | null = null;
  let owner = NOBODY;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    // Rows of one person stand together, and share what they name.
    if (row.who !== last) owner = directory.idOf((last = row.who));
    if (owner < 0) notKnown(row, directory, desk);
    owners[at] = owner;
    if (endsSlice(at)) yield;
  }
  return owners;
}

/** The same for visits. */
export function* identifyVisits(rows: VisitRows, directory: Directory, desk: Desk): Slices<Int32Array> {
  const owners = new Int32Array(rows.length);
  let last = -1;
  let owner = NOBODY;
  for (let at = 0; at < rows.length; at++) {
    if (rows.nameAt(at) !== last) {
      last = rows.nameAt(at);
      owner = directory.idOf(rows.whoAt(at));
    }
    if (owner < 0) notKnown(rows.at(at), directory, desk);
    owners[at] = owner;
    if (endsSlice(at)) yield;
  }
  return owners;
}

function notKnown(row: Row, directory: Directory, desk: Desk): void {
  const resolution = directory.resolve(row.who);
  const isStrange = resolution.kind !== 'blank' && resolution.kind !== 'broken';
  if (!directory.fromRoster && isStrange) withoutRoster(row, resolution, directory, desk);
  else report(row, resolution, directory, desk);
}

/**
 * A row of the roster without a department names somebody whom nobody can be told by; one without a post that can be
 * told leaves its person unscored.
 */
export function checkRoster({ unreadable, doubtful }: Directory, desk: Desk): void {
  for (const entry of doubtful) unclearPost(entry, desk);
  for (const row of unreadable) {
    desk.withhold(row.who.department);
    if (row.who.broken === true) continue;
    const department = desk.fieldName('department');
    desk.reportOnce('department-mismatch', {
      cell: fieldCell(row, 'department'),
      expected: department,
      message: `${row.who.name}在名册里没有写${department}。请补上;同一${department}的连续几行也可以合并单元格。`,
      person: row.who.name,
    });
  }
}

function unclearPost({ id, row, name, department, post }: DirectoryEntry, desk: Desk): void {
  desk.unresolve(id);
  const said = row!.who.postText;
  const meant = desk.postName(post);
  desk.reportOnce('role-mismatch', {
    cell: fieldCell(row!, 'post'),
    received: said === '' ? null : said,
    expected: desk.scheme.posts.map((each) => each.name).join('、'),
    message: `${department}的${name}在名册里${said === '' ? '没有写岗位' : `的岗位是“${said}”`},明细表里是${meant}。请改正名册。`,
    fix: said === '' ? null : { kind: 'set-text', value: meant },
    person: name,
  });
}

function report(row: Row, resolution: Resolution, directory: Directory, desk: Desk): void {
  switch (resolution.kind) {
    case 'known':
      return;
    case 'blank':
      desk.withhold(row.who.department);
      return blank(row, desk);
    case 'broken':
      desk.withhold(row.who.department);
      resolution.ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
      return;
    case 'unknown':
      desk.withhold(row.who.department);
      resolution.ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
      return unknown(row, resolution.nearest, desk);
    case 'role':
      if (resolution.ids.length === 0) desk.withhold(row.who.department);
      resolution.ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
      return role(row, resolution.held ?? postsOf(resolution.ids, directory, desk), desk);
    case 'department':
      resolution.ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
      return department(row, resolution.ids, directory, desk);
  }
}

/** The section that a row is of; that of the households where it does not say. */
function sectionOf(row: Row, { scheme }: Desk): string | null {
  if ('section' in row && typeof row.section === 'string') return row.section;
  return scheme.sections.find(({ grain }) => grain === 'household')?.id ?? null;
}

function blank(row: Row, desk: Desk): void {
  const name = desk.fieldName('name');
  desk.reportOnce('blank-person', {
    cell: fieldCell(row, 'name'),
    expected: name,
    message: `第 ${row.row + 1} 行没有写${name},不知道算给谁。请补上;同一个人的连续几行也可以合并单元格。`,
  });
}

function unknown(row: Row, nearest: string | null, desk: Desk): void {
  // Above a table one cell holds person, post and department with their labels: no name to be put in its place.
  const isAlone = row.source.columns.has('name') || row.nameColumn !== null;
  const hint = nearest === null ? '请核对姓名,或把此人加进名册' : `名册里最接近的是“${nearest}”,请核对`;
  desk.reportOnce('unknown-person', {
    cell: fieldCell(row, 'name'),
    received: row.who.name,
    expected: nearest,
    message: `名册里没有“${row.who.name}”。${hint}。`,
    fix: nearest === null || !isAlone ? null : { kind: 'set-text', value: nearest },
    person: nearest,
  });
}

function postsOf(ids: readonly number[], directory: Directory, desk: Desk): string {
  return ids.map((id) => desk.postName(directory.entries[id]!.post)).join('、');
}

/** Without a roster a stranger cannot be told, but a text that is no post, or a blank department, can. */
function withoutRoster(row: Row, resolution: Resolution, directory: Directory, desk: Desk): void {
  const ids = 'ids' in resolution ? resolution.ids : [];
  if (row.who.post === null) {
    ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
    desk.withhold(row.who.department);
    role(row, desk.scheme.posts.map((post) => post.name).join('、'), desk);
  } else if (row.who.department === '') {
    ids.forEach((id) => desk.unresolve(id, sectionOf(row, desk)));
    department(row, resolution.kind === 'department' ? ids : [], directory, desk);
  }
}

function role(row: Row, posts: string, desk: Desk): void {
  const shown = row.who.post === null ? row.who.postText : desk.postName(row.who.post);
  const own = row.source.columns.has('post') || row.source.cells?.has('post');
  desk.reportOnce('role-mismatch', {
    cell: fieldCell(row, own ? 'post' : 'name'),
    received: shown === '' ? null : shown,
    expected: posts,
    message: `${row.who.department}的${row.who.name}${posts === BLANK ? '在名册里没有写岗位' : `应是${posts}`},这里是${shown === '' ? BLANK : `“${shown}”`}。请改正岗位或名册。`,
    person: row.who.name,
  });
}

function department(row: Row, ids: readonly number[], directory: Directory, desk: Desk): void {
  const departments = [...new Set(ids.map((id) => directory.entries[id]!.department))].join('、');
  const label = desk.fieldName('department');
  const shown = row.who.department === '' ? BLANK : `“${row.who.department}”`;
  const belongs = `${row.who.name}应属于${departments},这里的${label}是${shown}。请改正。`;
  desk.reportOnce('department-mismatch', {
    cell: fieldCell(
      row,
      row.source.columns.has('department') || row.source.cells?.has('department') ? 'department' : 'name',
    ),
    received: row.who.department === '' ? null : row.who.department,
    expected: departments === '' ? label : departments,
    message: departments === '' ? `${row.who.name}没有写${label}。请补上。` : belongs,
    person: row.who.name,
  });
}
