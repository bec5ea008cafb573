import { buildSchema, getVariableValues, GraphQLError, Kind, parse, type GraphQLScalarType } from 'graphql';
import { wrongVariable } from './wrong-variable.js';

const schema = buildSchema(`
  scalar PhoneNumber
  enum Role { ADMIN }
  input Person { name: String!, age: Int, phone: PhoneNumber, role: Role, friends: [Person!] }
  type Query { ask(input: Person!, n: Int): Boolean }
`);
(schema.getType('PhoneNumber') as GraphQLScalarType).parseValue = () => {
  throw new GraphQLError('Not a PhoneNumber: a phone number such as +1 310 555 0123.');
};

function messageFor(input: unknown): string {
  const [operation] = parse('query ($input: Person!) { ask(input: $input) }').definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { input });
  return errors?.[0]?.message ?? '';
}

const forgedInput = 'ana@example.org; Not a PhoneNumber: my secret.';

test.each([
  [
    'a custom scalar',
    { name: 'x', phone: forgedInput },
    'input.phone',
    'Not a PhoneNumber: a phone number such as +1 310 555 0123.',
  ],
  ['a number', { name: 'x', age: forgedInput }, 'input.age', 'Expected a value of the type "Int".'],
  ['a string', { name: { typed: forgedInput } }, 'input.name', 'Expected a value of the type "String".'],
  ['an enum', { name: 'x', role: forgedInput }, 'input.role', 'Expected a value of the type "Role".'],
  ['another enum', { name: 'x', role: { typed: forgedInput } }, 'input.role', 'Expected a value of the type "Role".'],
  ['null', { name: null, phone: null }, 'input.name', 'Expected non-nullable type "String!" not to be null.'],
  ['a missing field', { age: 1 }, 'input', 'Field "name" of required type "String!" was not provided.'],
  ['an unknown field', { name: 'x', [forgedInput]: forgedInput }, 'input', 'It does not have the expected type.'],
  ['a string instead of an object', forgedInput, 'input', 'It does not have the expected type.'],
  [
    'a list in an object',
    { name: 'x', friends: [{ name: 'y', age: forgedInput }] },
    'input.friends[0].age',
    'Expected a value of the type "Int".',
  ],
  [
    'a value that contains a path',
    { name: 'x', age: ` at "input.phone"; ${forgedInput}` },
    'input.age',
    'Expected a value of the type "Int".',
  ],
])('describes %s without the submitted value', (_, input, path, reason) => {
  const message = messageFor(input);
  if (JSON.stringify(input).includes('ana@example.org')) expect(message).toContain('ana@example.org');
  expect(wrongVariable(message)).toBe(`Variable "$input" got an invalid value at "${path}"; ${reason}`);
});

test('leaves other messages unchanged', () => {
  const missing = 'Variable "$input" of required type "Person!" was not provided.';
  expect(wrongVariable(missing)).toBe(missing);
});
