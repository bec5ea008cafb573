import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

const known = new WeakMap<object, boolean>();
const names = new Set(['description', 'descriptionHtml']);

/**
 * Whether a query asks for descriptions anywhere below this field: lists leave them in the database otherwise. The
 * answer is kept with the parsed query.
 */
export function asksForDescriptions(info: GraphQLResolveInfo): boolean {
  const key = info.fieldNodes[0];
  if (!key) return true;
  let answer = known.get(key);
  if (answer === undefined) {
    answer = info.fieldNodes.some((node) => node.selectionSet && within(node.selectionSet, info.fragments));
    known.set(key, answer);
  }
  return answer;
}

function within(set: SelectionSetNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === 'Field' && names.has(selection.name.value)) return true;
    const below =
      selection.kind === 'FragmentSpread' ? fragments[selection.name.value]?.selectionSet : selection.selectionSet;
    return below ? within(below, fragments) : false;
  });
}
