import { isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { argumentsOf } from './arguments.js';
import { commonFields } from './common.fields.js';
import { moneyFields } from './money.fields.js';
import { workFields } from './work.fields.js';

const fields: Readonly<Record<string, string>> = { ...moneyFields, ...workFields, ...commonFields };

/**
 * Gives a description to everything of the schema whose class does not say one itself: words that mean the same in many
 * types stand once, in the lists of this folder. `tools/checks/schema-described.spec.ts` fails for what is left.
 */
export function describe(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const { name } = type;
    if (name.startsWith('__')) continue;
    if (isObjectType(type)) {
      type.description ??= /(Connection|Edge)$/.test(name) ? listWords(name) : undefined;
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    const isRoot = name === 'Query' || name === 'Mutation';
    for (const field of Object.values(type.getFields())) {
      if (!isRoot) field.description ??= fields[`${name}.${field.name}`] ?? fields[field.name];
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        argument.description ??= argumentsOf[`${field.name}.${argument.name}`] ?? argumentsOf[argument.name];
      }
    }
  }
  return schema;
}

function listWords(name: string): string {
  if (name.endsWith('Edge')) return `One ${name.slice(0, -'Edge'.length)} of a page, with its place in the list.`;
  return `A page of a list of ${name.slice(0, -'Connection'.length)} (Relay cursor connections).`;
}
