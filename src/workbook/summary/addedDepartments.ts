import type { DepartmentScore } from '../../model';
import { type Homes, Owners } from './homes';
import type { SummaryLayout } from './layout';
import type { Standing } from './people';

/**
 * Departments that no block has go into a block: that of the summary their persons are added to, else the first one
 * that is not another department's own.
 */
export function addedDepartments(
  wanted: readonly DepartmentScore[],
  layouts: readonly SummaryLayout[],
  where: Standing,
  homes: Homes,
): ReadonlyMap<SummaryLayout, readonly DepartmentScore[]> {
  const seen = new Set(layouts.flatMap((layout) => [...where.departments.get(layout)!.values()]));
  const own = new Set(homes.made.flatMap(({ department }) => department ?? []));
  const owners = new Owners(layouts);
  const added = new Map<SummaryLayout, DepartmentScore[]>();
  for (const department of wanted) {
    if (seen.has(department) || own.has(department.name)) continue;
    const home = owners.ownOf(department.name) ?? (owners.separate ? undefined : layouts.find(hasBlock));
    if (home && hasBlock(home)) added.set(home, [...(added.get(home) ?? []), department]);
  }
  return added;
}

function hasBlock({ departments }: SummaryLayout): boolean {
  return departments !== null;
}
