import { NoPersonalData } from './personal-data-of.js';

test('refuses personal data of a class without a table', () => {
  class Draft {}
  expect(() => NoPersonalData('code')(Draft)).toThrow('Draft has no table name yet');
});
