import { TypeMetadataStorage } from '@nestjs/graphql';
import { LazyMetadataStorage } from '@nestjs/graphql/dist/schema-builder/storages/lazy-metadata.storage.js';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { writeGenerated } from './write-generated.mjs';

const { entities } = await import('@upstander/db');
const { fieldsOf, inputFieldsOf } = await import('@upstander/platform');

/** Control by scalar; other scalars are text. */
const kinds = {
  Boolean: 'flag',
  Int: 'count',
  LocalDate: 'date',
  LocalDateTime: 'localDateTime',
  EmailAddress: 'email',
  PhoneNumber: 'phone',
  TimeZone: 'timeZone',
  ID: 'id',
  MoneyInput: 'money',
};

/**
 * Skips lists: their limit counts entries, and a form would apply it to the length of the text.
 * @returns {string} TypeScript
 */
function printLimits() {
  const models = [...entities].sort((a, b) => a.name.localeCompare(b.name));
  const lines = models.flatMap((model) => {
    const fields = fieldsOf(model).filter(({ max, isList }) => max !== undefined && !isList);
    return fields.length
      ? [`  ${model.name}: { ${fields.map(({ property, max }) => `${property}: ${max}`).join(', ')} },\n`]
      : [];
  });
  return `// Written by \`npm run generate\` from the models.\n\nexport const limits = {\n${lines.join('')}} as const;\n`;
}

/**
 * Mutations without an input are printed with their arguments.
 * @returns {string} TypeScript, a constant per input or mutation
 */
function printInputs() {
  const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  LazyMetadataStorage.load();
  const classes = new Map(TypeMetadataStorage.getInputTypesMetadata().map(({ name, target }) => [name, target]));
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const lines = sortByUse(inputs).map((input) =>
    printFields(input.name, Object.values(input.getFields()), inputFieldsOf(classes.get(input.name))),
  );
  const mutations = Object.values(schema.getMutationType().getFields()).filter(
    ({ args }) => args.length > 0 && !args.some(({ type }) => isInputObjectType(getNamedType(type))),
  );
  const argumentLines = mutations.map(({ name, args }) =>
    printFields(`${name[0].toUpperCase()}${name.slice(1)}Arguments`, args, new Map()),
  );
  return `// Written by \`npm run generate\` from the models and schema.graphql.\n\n${[...lines, ...argumentLines].join('\n')}`;
}

/** Each input follows the inputs nested in it. */
function sortByUse(inputs) {
  const sorted = new Set();
  const add = (input, users) => {
    if (users.includes(input)) throw new Error(`The input ${input.name} contains itself.`);
    for (const { type } of Object.values(input.getFields())) {
      const nested = getNamedType(type);
      if (isInputObjectType(nested)) add(nested, [...users, input]);
    }
    sorted.add(input);
  };
  for (const input of inputs) add(input, []);
  return [...sorted];
}

function printFields(name, fields, modelFields) {
  const lines = fields.map(
    (field) => `  ${field.name}: ${print(describe(field.type, modelFields.get(field.name)))},\n`,
  );
  return `export const ${name} = {\n${lines.join('')}} as const;\n`;
}

function describe(type, field) {
  const list = isListType(getNullableType(type));
  const named = getNamedType(type);
  const nested = isInputObjectType(named) && !(named.name in kinds);
  const single = field?.control ?? (isEnumType(named) ? 'choice' : (kinds[named.name] ?? (nested ? 'input' : 'text')));
  const isText = single === 'text' || single === 'longText' || single === 'url';
  return {
    kind: list ? (nested ? 'rows' : 'list') : single,
    required: isRequired(isNonNullType(type) && !list && single !== 'flag' && !nested, field, isText),
    nullable: !isNonNullType(type),
    ...(isEnumType(named) && { enumName: lowerFirst(named.name), choices: named.getValues().map(({ name }) => name) }),
    ...(field?.max !== undefined && { max: field.max }),
    ...(field?.min && { min: field.min }),
    ...(nested && { fields: named }),
  };
}

/** True if a form has to be filled in here. Texts of a model may be blank, unless their decorator says `required`. */
function isRequired(hasToBeSent, field, isText) {
  if (!field || !isText) return hasToBeSent || Boolean(field?.required);
  return Boolean(field.required);
}

function lowerFirst(name) {
  return name[0].toLowerCase() + name.slice(1);
}

function print(description) {
  return `{ ${Object.entries(description)
    .map(([key, value]) => `${key}: ${isInputObjectType(value) ? value.name : JSON.stringify(value)}`)
    .join(', ')} }`;
}

/** Writes what forms need to know about the models. Part of `npm run generate`. */
writeGenerated('libs/web-kit/src/limits.generated.ts', printLimits());
writeGenerated('libs/web-kit/src/models.generated.ts', printInputs());
