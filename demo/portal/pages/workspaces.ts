/** Fernhill, Lindqvist Audit and 2 more */
export function workspaceNames(names: readonly string[]): string {
  if (names.length <= 2) return names.join(" and ");
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** in all 4 workspaces */
export function everyWorkspace(names: readonly string[]): string {
  return names.length === 1 ? "in your workspace" : `in all ${names.length} workspaces`;
}
