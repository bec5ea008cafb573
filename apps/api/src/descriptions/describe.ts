import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { argumentsOf } from './arguments.js';
import { commonFields } from './common.fields.js';
import { moneyFields } from './money.fields.js';
import { workFields } from './work.fields.js';

const fields: Readonly<Record<string, string>> = { ...moneyFields, ...workFields, ...commonFields };

/** `tools/checks/schema-described.spec.ts` fails for anything without a description. */
export function describe(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const { name } = type;
    if (name.startsWith('__')) continue;
    if (isObjectType(type)) {
      type.description ??= /(Connection|Edge)$/.test(name) ? listWords(type) : undefined;
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    const isRoot = name === 'Query' || name === 'Mutation';
    for (const field of Object.values(type.getFields())) {
      if (!isRoot)
        field.description ??= sharedDescription(field.type, fields[`${name}.${field.name}`] ?? fields[field.name]);
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        argument.description ??= sharedDescription(
          argument.type,
          argumentsOf[`${field.name}.${argument.name}`] ?? argumentsOf[argument.name],
        );
      }
    }
  }
  return schema;
}

/** Drops what null or an omitted value means if the type requires a value. */
function sharedDescription(type: GraphQLType, words: string | undefined): string | undefined {
  if (!isNonNullType(type)) return words;
  return words?.replace('empty or null', 'empty').replace(/; (null|omit) [^.;]+/, '');
}

/** Describes a connection or edge by the plural of its node type: `AuditEntry` is "audit entries". */
function listWords(type: GraphQLObjectType): string {
  const { edges, node } = type.getFields();
  if (edges) return listWords(getNamedType(edges.type) as GraphQLObjectType).replace('An edge in a', 'A');
  const noun = String(getNamedType(node!.type))
    .replace(/^(Managed|My|Public|Listed)/, '')
    .replace(/\B[A-Z]/g, ' $&')
    .toLowerCase()
    .replace(/^mail log/, 'email log')
    .replace(/^feedback$/, 'feedback answer')
    .replace(/^school ask$/, 'school request');
  const plural = noun
    .replace(/(?<=[^aeiou])y$/, 'ie')
    .replace(/ss$/, 'sse')
    .replace(/s?$/, 's');
  return `An edge in a page of ${plural}.`;
}
