import { catalogueOf } from '@upstander/web-kit';
import { defineForm } from './form-of';
import { personRules } from './person';

const words = catalogueOf('en');
const says = (text: string) => () => text;

const letter = defineForm({
  ...personRules(20),
  kind: { missing: says('Choose'), fits: (typed) => typed === 'LONG', wrong: says('No such kind'), at: 'long' },
  body: { lines: true, most: 10, label: says('Letter'), sentAs: 'text', refused: { rude: says('Be kind') } },
  aside: {},
});

function typed(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: 'Ana', email: 'ana@example.org', kind: 'LONG', ...fields }))
    form.set(name, value);
  return letter.read(form);
}

test('keeps typed values of any length without control characters', () => {
  const long = 'x'.repeat(20_000);
  expect(typed({ aside: ` a\u0000b\nc ${long}`, body: 'one\r\ntwo' })).toEqual({
    name: 'Ana',
    email: 'ana@example.org',
    kind: 'LONG',
    body: 'one\ntwo',
    aside: `a b c ${long}`,
  });
});

test('reports missing, too long and invalid values in page order with links to the fields', () => {
  expect(letter.errors(typed({}), words)).toEqual([]);
  expect(letter.errors(typed({ name: '', email: 'ana@', kind: 'SHORT', body: 'x'.repeat(11) }), words)).toEqual([
    { field: 'name', text: words.site.errors.nameMissing },
    { field: 'email', text: words.site.errors.emailWrong },
    { field: 'long', text: 'No such kind' },
    { field: 'body', text: 'Letter: at most 10 characters' },
  ]);
});

test('reports errors of several fields only at valid fields that were in the form', () => {
  const also = { name: 'Not today', kind: 'Not this one' };
  expect(letter.errors(typed({ name: '' }), words, { also, only: ['name'] })).toEqual([
    { field: 'name', text: words.site.errors.nameMissing },
  ]);
  expect(letter.errors(typed({}), words, { also })).toEqual([
    { field: 'name', text: 'Not today' },
    { field: 'long', text: 'Not this one' },
  ]);
});

test('shows API refusals at the field with the API’s name', () => {
  expect(letter.texts(words)).toMatchObject({
    text: { field: 'body', text: 'Letter: at most 10 characters' },
    'text:rude': { field: 'body', text: 'Be kind' },
    kind: { field: 'long', text: 'No such kind' },
  });
});

test('gives controls their value, error and maximum length', () => {
  const control = letter.controls(typed({ kind: '' }), [{ field: 'long', text: 'Choose' }]);
  expect(control('kind')).toEqual({ id: 'kind', defaultValue: '', error: 'Choose', maxLength: undefined });
  expect(control('name')).toMatchObject({ defaultValue: 'Ana', maxLength: 20 });
});
