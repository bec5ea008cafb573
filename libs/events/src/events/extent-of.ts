import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { cardFields, type Extent } from './event-columns.js';

const cache = new WeakMap<object, Extent>();
const cards = new Set([
  ...cardFields,
  'edges',
  'node',
  'cursor',
  'totalCount',
  'totalIsCapped',
  'postcodeKnown',
  '__typename',
  'pageInfo',
  'hasNextPage',
  'hasPreviousPage',
  'startCursor',
  'endCursor',
]);

export function extentOf(info: GraphQLResolveInfo): Extent {
  const key = info.fieldNodes[0];
  if (!key) return 'everything';
  let answer = cache.get(key);
  if (answer === undefined) {
    const isCard = info.fieldNodes.every(
      (node) => !node.selectionSet || selectsField(node.selectionSet, info.fragments),
    );
    answer = isCard ? 'card' : 'everything';
    cache.set(key, answer);
  }
  return answer;
}

function selectsField(set: SelectionSetNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): boolean {
  return set.selections.every((selection) => {
    if (selection.kind === 'Field' && !cards.has(selection.name.value)) return false;
    const nestedSelections =
      selection.kind === 'FragmentSpread' ? fragments[selection.name.value]?.selectionSet : selection.selectionSet;
    return !nestedSelections || selectsField(nestedSelections, fragments);
  });
}
