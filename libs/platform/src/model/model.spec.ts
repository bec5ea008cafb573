import { InputType } from '@nestjs/graphql';
import { selectList } from './columns-of.js';
import { Count, Id } from './fields.js';
import { fieldsOf, isVisibleTo } from './model-fields.js';
import { readInput } from './read-input.js';
import { Text } from './text-fields.js';
import { InputOf } from './types-of.js';

class Person {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Text({ seenBy: 'anyone', max: 10, required: true }) name!: string;
  @Text({ seenBy: 'owner', max: 20, nullable: true }) phoneNote!: string | null;
  @Count({ seenBy: 'staff', max: 5 }) warnings!: number;
  @Text({ max: 100 }) passwordHash!: string;
}

@InputType()
class PersonInput extends InputOf(Person, { required: ['name'], optional: ['phoneNote', 'warnings'] }) {}

test('each audience sees its own fields and those of narrower audiences', () => {
  const fieldsVisibleTo = (audience: 'anyone' | 'owner' | 'staff') =>
    fieldsOf(Person)
      .filter((field) => isVisibleTo(field, audience))
      .map(({ property }) => property);
  expect(fieldsVisibleTo('anyone')).toEqual(['id', 'name']);
  expect(fieldsVisibleTo('owner')).toEqual(['id', 'name', 'phoneNote']);
  expect(fieldsVisibleTo('staff')).toEqual(['id', 'name', 'phoneNote', 'warnings']);
  expect(selectList(Person, 'p', 'owner')).toBe('p.id AS "id", p.name AS "name", p.phone_note AS "phoneNote"');
});

test('reports all faults of an input together', () => {
  const input = { name: 'far too long a name', phoneNote: 'x'.repeat(21), warnings: 6 };
  expect(readInput(PersonInput, input).faults).toEqual({
    name: 'too-long',
    phoneNote: 'too-long',
    warnings: 'out-of-range',
  });
  expect(readInput(PersonInput, { name: '  ' }).faults).toEqual({ name: 'required' });
});

test('keeps omitted fields, clears null fields and trims text', () => {
  const before = { name: 'Ana', phoneNote: 'evenings', warnings: 2 };
  expect(readInput(PersonInput, { name: ' Ana \n María ' }, before).values).toEqual({ ...before, name: 'Ana María' });
  expect(readInput(PersonInput, { name: 'Ana', phoneNote: null }, before).values).toEqual({
    ...before,
    phoneNote: null,
  });
});
