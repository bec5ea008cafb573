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
 * `skippedFields` are queries with an argument without known values.
 */
export async function allQueries(
  app: TestApp,
  pool: Pool,
): Promise<{ questions: Question[]; skippedFields: string[] }> {
  const questions: Question[] = [];
  const skippedFields: string[] = [];
  for (const { kind, field } of (await operationsOf(app)).values()) {
    if (kind !== 'query') continue;
    const requiredArgs = field.args.filter(({ name, type }) => isNonNullType(type) || name === 'campaignId');
    if (requiredArgs.some(({ name }) => !pool[name])) skippedFields.push(field.name);
    else questions.push(...questionsOf(field, requiredArgs, pool));
  }
  return { questions, skippedFields };
}

function questionsOf(
  field: GraphQLField<unknown, unknown>,
  requiredArgs: GraphQLField<unknown, unknown>['args'],
  pool: Pool,
): Question[] {
  const combinations = requiredArgs.reduce<Array<Record<string, unknown>>>(
    (combinationsSoFar, { name }) =>
      combinationsSoFar.flatMap((combination) =>
        (pool[name] ?? []).map((value) => ({ ...combination, [name]: value })),
      ),
    [{}],
  );
  const argumentDefinitions = requiredArgs.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const page = field.args.some(({ name }) => name === 'first') ? [`first: ${aPage}`] : [];
  const args = [...requiredArgs.map(({ name }) => `${name}: $${name}`), ...page].join(', ');
  const document = (selection: string) =>
    `query ${argumentDefinitions && `(${argumentDefinitions})`} { ${field.name}${args && `(${args})`} ${selection} }`;
  const type = getNamedType(field.type);
  // Split by answer field, because one document may not select everything.
  const selections = isObjectType(type) ? branchesOf(type) : [''];
  return combinations.flatMap((variables) =>
    selections.map((selection) => ({ name: field.name, document: document(selection), variables })),
  );
}

/** Returns selections: all scalar fields together, and each object field separately. For a page, those of its nodes. */
function branchesOf(type: GraphQLObjectType): string[] {
  const edgeType = getNamedType(type.getFields()['edges']?.type);
  const node = isObjectType(edgeType) ? getNamedType(edgeType.getFields()['node']?.type) : null;
  if (isObjectType(node)) return branchesOf(node).map((branch) => `{ edges { node ${branch} } }`);
  const fields = Object.values(type.getFields());
  const leafFields = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const nestedFields = fields.flatMap((field) => {
    const fieldType = getNamedType(field.type);
    return isObjectType(fieldType) ? [`{ ${field.name} ${fullSelection(fieldType, [type])} }`] : [];
  });
  return [...(leafFields.length > 0 ? [`{ ${leafFields.join(' ')} }`] : []), ...nestedFields];
}

function fullSelection(type: GraphQLObjectType, ancestors: readonly GraphQLObjectType[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const fieldType = getNamedType(field.type);
    if (isLeafType(fieldType)) return [field.name];
    if (!isObjectType(fieldType) || ancestors.includes(fieldType) || fieldType === type || ancestors.length > 7)
      return [];
    if (field.args.some(({ type: argumentType }) => isNonNullType(argumentType))) return [];
    return [`${field.name} ${fullSelection(fieldType, [...ancestors, type])}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
