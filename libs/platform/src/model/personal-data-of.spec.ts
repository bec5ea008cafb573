import { Entity } from 'typeorm';
import { personalData } from '../personal-data/personal-data.js';
import { NoPersonalData } from './personal-data-of.js';

test('declares the personal data of a table with its entity', () => {
  @NoPersonalData('code name')
  @Entity({ schema: 'testing', name: 'term' })
  class Term {}
  expect(Term.name).toBe('Term');
  expect(personalData.get('testing.term')).toEqual({ others: ['code', 'name'] });
});

test('refuses personal data of a class without a table', () => {
  class Draft {}
  expect(() => NoPersonalData('code')(Draft)).toThrow('Draft has no table name yet');
});
