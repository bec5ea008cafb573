import { buildSchema, graphql } from 'graphql';
import { giveResolvers, type Resolvers } from './built-once.driver.js';

const buildTypedSchema = (): ReturnType<typeof buildSchema> =>
  buildSchema(
    'scalar Day type Query { volunteer(name: String = "Ana"): Volunteer } type Volunteer { name: String hello: String }',
  );

test('resolves fields with their resolvers, and other fields by property name', async () => {
  const schema = buildTypedSchema();
  giveResolvers(schema, {
    Query: { volunteer: (_: unknown, { name }: { name: string }) => ({ name }) },
    Volunteer: { hello: ({ name }: { name: string }) => `Hello, ${name}` },
  });
  const { data } = await graphql({
    schema,
    source: '{ volunteer { name hello } ben: volunteer(name: "Ben") { hello } }',
  });
  expect(data).toEqual({ volunteer: { name: 'Ana', hello: 'Hello, Ana' }, ben: { hello: 'Hello, Ben' } });
});

test.each<[string, Resolvers]>([
  ['Nobody.name', { Nobody: { name: () => 'never asked' } }],
  ['Volunteer.email', { Volunteer: { email: () => 'never asked' } }],
  ['Day.serialize', { Day: { serialize: () => 'not a field' } }],
  ['Query.volunteer', { Query: { volunteer: { subscribe: () => 'not a function' } } }],
])('rejects a resolver for %s, which is not a field', (name, resolvers) => {
  expect(() => giveResolvers(buildTypedSchema(), resolvers)).toThrow(`${name} has a resolver and is no field`);
});
