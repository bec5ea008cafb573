import { parse, type ConstDirectiveNode, type DefinitionNode, type StringValueNode } from 'graphql';
import { readFileSync } from 'node:fs';

interface Described {
  name: { value: string };
  description?: StringValueNode;
  directives?: readonly ConstDirectiveNode[];
  fields?: readonly Described[];
  arguments?: readonly Described[];
  values?: readonly Described[];
}

function findUndescribed(text: string): string[] {
  const types = parse(text).definitions.filter((one): one is DefinitionNode & Described => 'name' in one);
  return types.flatMap((type) => findMissing(type, ''));
}

function findMissing(one: Described, within: string): string[] {
  const name = within === '' ? one.name.value : `${within}.${one.name.value}`;
  const isRoot = name === 'Query' || name === 'Mutation';
  // Short descriptions and repetitions of the name don't count.
  const says = (one.description?.value ?? '').trim();
  const isEmpty = says.length < 5 || says.toLowerCase() === one.name.value.toLowerCase();
  const parts = [...(one.fields ?? []), ...(one.arguments ?? []), ...(one.values ?? [])];
  return [...(isEmpty && !isRoot ? [name] : []), ...parts.flatMap((part) => findMissing(part, name))];
}

test('describes everything in the API schema', () => {
  expect(findUndescribed(readFileSync('schema.graphql', 'utf8'))).toEqual([]);
});

test('finds types, fields, arguments and values without a description', () => {
  const bare = `
    type Query { shift(id: ID!): Shift }
    "Work." type Shift { "Shift" shift: ID "A day." on: String }
    "Colors." enum Color { RED }`;
  expect(findUndescribed(bare)).toEqual(['Query.shift', 'Query.shift.id', 'Shift.shift', 'Color.RED']);
});
