import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { TestApp } from '../app.js';
import { operationsOf } from '../access-table.js';

/** Values to pass for each argument name, tried in turn. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

/** Default page size. Callers may use less. */
export const aPage = 20;

export interface Question {
  name: string;
  document: string;
  variables: Record<string, unknown>;
}

/**
 * Builds every query of the schema with every field of its answer, once per combination of known argument values.
 * `unasked` are queries with an argument without known values.
 */
export async function allQueries(app: TestApp, pool: Pool): Promise<{ questions: Question[]; unasked: string[] }> {
  const questions: Question[] = [];
  const unasked: string[] = [];
  for (const { kind, field } of (await operationsOf(app)).values()) {
    if (kind !== 'query') continue;
    const passed = field.args.filter(({ name, type }) => isNonNullType(type) || name === 'campaignId');
    if (passed.some(({ name }) => !pool[name])) unasked.push(field.name);
    else questions.push(...questionsOf(field, passed, pool));
  }
  return { questions, unasked };
}

function questionsOf(
  field: GraphQLField<unknown, unknown>,
  passed: GraphQLField<unknown, unknown>['args'],
  pool: Pool,
): Question[] {
  const combinations = passed.reduce<Array<Record<string, unknown>>>(
    (all, { name }) => all.flatMap((one) => (pool[name] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  const defined = passed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const page = field.args.some(({ name }) => name === 'first') ? [`first: ${aPage}`] : [];
  const args = [...passed.map(({ name }) => `${name}: $${name}`), ...page].join(', ');
  const document = (selection: string) =>
    `query ${defined && `(${defined})`} { ${field.name}${args && `(${args})`} ${selection} }`;
  const type = getNamedType(field.type);
  // Split by answer field, because one document may not select everything.
  const selections = isObjectType(type) ? branchesOf(type) : [''];
  return combinations.flatMap((variables) =>
    selections.map((selection) => ({ name: field.name, document: document(selection), variables })),
  );
}

/** Returns selections: all scalar fields together, and each object field separately. For a page, those of its nodes. */
function branchesOf(type: GraphQLObjectType): string[] {
  const edge = getNamedType(type.getFields()['edges']?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : null;
  if (isObjectType(node)) return branchesOf(node).map((branch) => `{ edges { node ${branch} } }`);
  const fields = Object.values(type.getFields());
  const plain = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const deep = fields.flatMap((field) => {
    const inner = getNamedType(field.type);
    return isObjectType(inner) ? [`{ ${field.name} ${everythingOf(inner, [type])} }`] : [];
  });
  return [...(plain.length > 0 ? [`{ ${plain.join(' ')} }`] : []), ...deep];
}

function everythingOf(type: GraphQLObjectType, above: readonly GraphQLObjectType[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    if (!isObjectType(inner) || above.includes(inner) || inner === type || above.length > 7) return [];
    if (field.args.some(({ type: needed }) => isNonNullType(needed))) return [];
    return [`${field.name} ${everythingOf(inner, [...above, type])}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
