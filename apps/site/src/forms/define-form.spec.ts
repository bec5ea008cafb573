import { catalogOf, models } from '@upstander/web-kit';
import { defineForm, formKey } from './define-form';

const words = catalogOf('en');
const { errors } = words.site;

const model = {
  name: { kind: 'text', required: true, nullable: false, max: 20 },
  email: { kind: 'email', required: true, nullable: false },
  size: { kind: 'choice', required: true, nullable: false, choices: ['LONG', 'SHORT'] },
  text: { kind: 'longText', required: false, nullable: true, max: 10 },
  guests: { kind: 'count', required: false, nullable: true, min: 1, max: 20 },
  day: { kind: 'date', required: false, nullable: true },
  languages: { kind: 'list', required: false, nullable: true, max: 2 },
  getsMail: { kind: 'flag', required: false, nullable: false },
  isOpen: { kind: 'flag', required: false, nullable: false },
  goal: { kind: 'money', required: false, nullable: true },
  idempotencyKey: { kind: 'text', required: false, nullable: true },
} as const;

const screen = {
  failed: 'Try again',
  body: 'Letter',
  languages: 'Languages',
  errors: { sizeMissing: 'Choose a size', day: 'Choose a day' },
};

const letter = defineForm(model, () => screen, {
  name: {},
  email: {},
  size: {},
  body: { sentAs: 'text', refused: { rude: () => 'Be kind' } },
  guests: {},
  day: {},
  languages: {},
  getsMail: {},
  isOpen: { kind: 'yesNo', required: true, missing: () => 'Answer yes or no' },
  goal: {},
  aside: {},
  key: formKey,
});

const complete = { name: 'Ana', email: 'ana@example.org', size: 'LONG', isOpen: 'no' };

function typed(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...complete, ...fields }))
    for (const one of [value].flat()) form.append(name, one);
  return letter.read(form);
}

const errorsOf = (fields: Record<string, string | string[]>) => letter.errors(typed(fields), words);

test('keeps typed values of any length without control characters', () => {
  const long = 'x'.repeat(20_000);
  expect(typed({ aside: ` a\u0000b\nc ${long}`, body: 'one\r\ntwo', guests: 'many' })).toMatchObject({
    body: 'one\ntwo',
    aside: `a b c ${long}`,
    guests: 'many',
  });
});

test('reads checkboxes, answers and lists as values of their kind', () => {
  expect(letter.blank).toMatchObject({ getsMail: false, isOpen: null, languages: [], size: '', name: '' });
  expect(typed({ getsMail: '1', isOpen: 'yes', languages: ['en', 'es', 'en', ''], size: 'MEDIUM' })).toMatchObject({
    getsMail: true,
    isOpen: true,
    languages: ['en', 'es'],
    size: '',
  });
});

test('reports missing, too long and invalid values in page order with links to the fields', () => {
  expect(errorsOf({})).toEqual([]);
  expect(
    errorsOf({ name: '', email: 'ana@', size: 'MEDIUM', body: 'x'.repeat(11), guests: '21', day: '2026-02-30' }),
  ).toEqual([
    { field: 'name', text: errors.nameMissing },
    { field: 'email', text: errors.emailWrong },
    { field: 'size', text: 'Choose a size' },
    { field: 'body', text: 'Letter: at most 10 characters' },
    { field: 'guests', text: errors.guestsWrong },
    { field: 'day', text: 'Choose a day' },
  ]);
  expect(errorsOf({ languages: ['en', 'es', 'fr'], isOpen: '' })).toEqual([
    { field: 'languages', text: 'Languages: choose at most 2' },
    { field: 'isOpen', text: 'Answer yes or no' },
  ]);
});

test('has a message for a required field without its own', () => {
  const form = defineForm({}, () => ({ town: 'Town' }), { town: { required: true }, other: { required: true } });
  expect(form.errors(form.blank, words).map(({ text }) => text)).toEqual(['Town is required', 'Fill in this field']);
});

test('reports errors of several fields only at valid fields that were in the form', () => {
  const also = { name: 'Not today', size: 'Not this one' };
  expect(letter.errors(typed({ name: '' }), words, { also, only: ['name'] })).toEqual([
    { field: 'name', text: errors.nameMissing },
  ]);
  expect(letter.errors(typed({}), words, { also })).toEqual([
    { field: 'name', text: 'Not today' },
    { field: 'size', text: 'Not this one' },
  ]);
});

test('shows API refusals at the field with the API’s name', () => {
  expect(letter.texts(words)).toMatchObject({
    'text:too-long': { field: 'body', text: 'Letter: at most 10 characters' },
    'text:rude': { field: 'body', text: 'Be kind' },
    size: { field: 'size', text: 'Choose a size' },
    'name:required': { field: 'name', text: errors.nameMissing },
    name: { field: 'name', text: errors.nameWrong },
  });
  expect(letter.failed(words)).toBe('Try again');
});

test('gives controls their value, error and maximum length', () => {
  const control = letter.controls(typed({ size: '' }), [{ field: 'size', text: 'Choose' }]);
  expect(control('size')).toMatchObject({ id: 'size', defaultValue: '', error: 'Choose' });
  expect(control('name')).toMatchObject({ defaultValue: 'Ana', maxLength: 20 });
  expect(control('email')).toMatchObject({ maxLength: 254 });
  expect(control('guests').maxLength).toBeUndefined();
});

test('sends values under the API’s names: numbers, null for empty text, and no amounts', () => {
  expect(letter.input(typed({ guests: '3', languages: ['en'], goal: '500', aside: 'x' }))).toEqual({
    name: 'Ana',
    email: 'ana@example.org',
    size: 'LONG',
    text: null,
    guests: 3,
    day: null,
    languages: ['en'],
    getsMail: false,
    isOpen: false,
    idempotencyKey: null,
  });
});

test('starts with the values of a row', () => {
  expect(letter.valuesOf({ name: 'Ana', text: null, guests: 4, isOpen: true, languages: ['vi'] })).toMatchObject({
    name: 'Ana',
    body: '',
    guests: '4',
    isOpen: true,
    languages: ['vi'],
    getsMail: false,
  });
});

test('reads the inputs of the API', () => {
  const form = defineForm(models.RequestSchoolTalkInput, ({ site }) => site.schoolTalk, { students: {}, grades: {} });
  expect(form.errors({ students: '0', grades: '' }, words)).toEqual([
    { field: 'students', text: words.site.schoolTalk.errors.studentsWrong },
    { field: 'grades', text: words.site.schoolTalk.errors.gradesMissing },
  ]);
});
