import { getNamedType, isLeafType, parse, type FieldNode, type OperationDefinitionNode, type ValueNode } from 'graphql';
import type { Operations, Sample } from './access-table.js';
import type { TestApp } from './app.js';
import { clientDocuments } from './client-documents.mjs';

let documents: Map<string, { text: string; field: FieldNode }> | undefined;

/** Documents of our pages by the mutation that they call. */
function documentsByMutation(): Map<string, { text: string; field: FieldNode }> {
  documents ??= new Map(
    (clientDocuments() as Array<{ text: string }>).flatMap(({ text }) => {
      const { operation, selectionSet } = parse(text).definitions[0] as OperationDefinitionNode;
      if (operation !== 'mutation') return [];
      return (selectionSet.selections as readonly FieldNode[]).map(
        (field) => [field.name.value, { text, field }] as const,
      );
    }),
  );
  return documents;
}

/** Sends a mutation as the page that has it, or by a document of its own where no page does. @throws if it is refused */
export async function askAsPage(
  app: TestApp,
  operation: string,
  { operations, sample, cookie }: { operations: Operations; sample: Sample; cookie: string | undefined },
): Promise<void> {
  const given = sample.variables ?? {};
  const document = documentsByMutation().get(operation);
  const variables: Record<string, unknown> = {};
  for (const argument of document?.field.arguments ?? []) {
    fillVariables(argument.value, given[argument.name.value], variables);
  }
  const answer = document ? await app.graphql(document.text, variables, { cookie }) : undefined;
  // The sample may leave out what the page always sends.
  const isIncomplete = !answer || answer.errors?.[0]?.extensions.code === 'BAD_USER_INPUT';
  const { errors } = isIncomplete
    ? await app.graphql(documentOf(operation, operations, given), given, { cookie })
    : answer;
  if (errors) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
}

function documentOf(operation: string, operations: Operations, variables: Record<string, unknown>): string {
  const { field } = operations.get(operation)!;
  const args = field.args.filter(({ name }) => name in variables);
  const argumentDefinitions = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const argumentList = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const select = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `mutation ${argumentDefinitions && `(${argumentDefinitions})`} { ${operation}${argumentList && `(${argumentList})`} ${select} }`;
}

function fillVariables(node: ValueNode, value: unknown, variables: Record<string, unknown>): void {
  if (node.kind === 'Variable') variables[node.name.value] = value;
  if (node.kind === 'ObjectValue') {
    const given = (value ?? {}) as Record<string, unknown>;
    for (const { name, value: child } of node.fields) fillVariables(child, given[name.value], variables);
  }
  if (node.kind === 'ListValue') {
    node.values.forEach((child, at) => fillVariables(child, (value as unknown[] | undefined)?.[at], variables));
  }
}
