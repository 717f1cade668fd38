import type { SummaryRun } from './layout';
import { sameDepartment } from './people';
import type { TableTask } from './tableTask';

/**
 * The part of a table that a missing one joins, so that the sub-total below counts them: the part of their post where the
 * parts are posts, else the last that has their department, else the last of all.
 */
export function partFor<Item>(task: TableTask<Item>): (item: Item) => SummaryRun {
  const { runs } = task.table;
  const { department, post } = task.subject;
  const last = runs.at(-1)!;
  if (runs.length === 1) return () => last;
  const posts = postsOfParts(task);
  return (item) => {
    const own = posts ? runs.filter((run) => posts.get(run) === post(item)) : [];
    const among = own.length > 0 ? own : runs;
    const same = among.filter((run) =>
      run.rows.some((row) => sameDepartment(row.department, department(item))),
    );
    return same.at(-1) ?? among.at(-1)!;
  };
}

/** The post of each part, `null` where the parts are not posts: one has several, all have the same, or each is a department. */
function postsOfParts<Item>(task: TableTask<Item>): ReadonlyMap<SummaryRun, string> | null {
  const found = new Map<SummaryRun, string>();
  let spansDepartments = false;
  for (const run of task.table.runs) {
    const items = run.rows.flatMap(({ row }) => task.standing.get(row) ?? []);
    const [post, ...otherPosts] = new Set(items.map(task.subject.post));
    if (!post || otherPosts.length > 0) return null;
    found.set(run, post);
    spansDepartments ||= new Set(items.map(task.subject.department)).size > 1;
  }
  return spansDepartments && new Set(found.values()).size > 1 ? found : null;
}
