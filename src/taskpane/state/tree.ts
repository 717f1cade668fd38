import type { ExplainedLine } from './services';

/** An explanation line with those below it. */
export interface ExplainedNode {
  readonly line: ExplainedLine;
  readonly children: readonly ExplainedNode[];
}

interface Growing {
  readonly line: ExplainedLine;
  readonly children: Growing[];
}

/** Lines in reading order → the tree that their depths describe. A line too deep hangs on the line before it. */
export function treeOf(lines: readonly ExplainedLine[]): ExplainedNode[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  for (const line of lines) {
    const node: Growing = { line, children: [] };
    while (path.length > 0 && path[path.length - 1]!.line.depth >= line.depth) path.pop();
    const parent = path[path.length - 1];
    if (parent) parent.children.push(node);
    else roots.push(node);
    path.push(node);
  }
  return roots;
}
