import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

const cache = new WeakMap<object, ReadonlySet<string>>();

/** Unneeded reads can be skipped. The result is cached with the parsed query. */
export function selectedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const key = info.fieldNodes[0];
  const cached = key && cache.get(key);
  if (cached) return cached;
  const names = new Set<string>();
  for (const node of info.fieldNodes) if (node.selectionSet) collect(node.selectionSet, info.fragments, names);
  if (key) cache.set(key, names);
  return names;
}

function collect(
  set: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  names: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === 'Field') names.add(selection.name.value);
    const below =
      selection.kind === 'FragmentSpread' ? fragments[selection.name.value]?.selectionSet : selection.selectionSet;
    if (below) collect(below, fragments, names);
  }
}
