import { catalogOf } from '@upstander/web-kit';
import { businessForm, vettedFields } from './business-values';
import { countriesFor } from './countries';

const words = catalogOf('en');

test('reports each empty field in form order', () => {
  const errors = businessForm.errors(businessForm.read(new FormData()), words);
  expect(errors.map(({ field }) => field)).toEqual([...vettedFields, 'offers']);
});

test('names the maximum length of a text that is too long', () => {
  const submittedValues = { ...businessForm.read(new FormData()), postalCode: '9'.repeat(21) };
  const errors = businessForm.errors(submittedValues, words, { only: ['postalCode'] });
  expect(errors).toEqual([{ field: 'postalCode', text: 'ZIP code: at most 20 characters' }]);
});

test('keeps typed values without control characters', () => {
  const form = new FormData();
  form.append('legalName', ' Harbor\u0000 Bakery ');
  form.append('offers', 'Two jobs.\r\nOne training.');
  expect(businessForm.read(form)).toMatchObject({
    legalName: 'Harbor  Bakery',
    offers: 'Two jobs.\nOne training.',
    city: '',
  });
});

test('keeps an unlisted country that was chosen before', () => {
  const list = countriesFor('es', 'JP');
  expect(list[0]).toEqual({ code: 'US', name: 'Estados Unidos' });
  expect(list.at(-1)).toEqual({ code: 'JP', name: 'Japón' });
  expect(countriesFor('en', 'US').filter(({ code }) => code === 'US')).toHaveLength(1);
});
