import { catalogOf } from '@upstander/web-kit';
import { opportunityErrors } from './opportunity-errors';
import { inputOf, opportunityForm, newOpportunity, valuesOf, type OpportunityValues } from './opportunity-values';

const words = catalogOf('en');

const baker = (parts: Partial<OpportunityValues> = {}): OpportunityValues => ({
  ...newOpportunity('en', 'Rosa Delgado', 'USD'),
  kind: 'JOB',
  title: 'Morning baker',
  description: 'You bake.',
  payMin: '18.50',
  payUnit: 'HOUR',
  place: 'Boyle Heights',
  idNeeded: false,
  backgroundCheck: true,
  ...parts,
});
const wrongIn = (values: OpportunityValues, isDraft = false): string[] =>
  opportunityErrors(values, isDraft, words).map(({ field }) => field ?? '');

test('accepts a complete opportunity', () => {
  expect(wrongIn(baker())).toEqual([]);
});

test('leaves the two most important questions of a new form open and reports them in page order', () => {
  expect(wrongIn(newOpportunity('es', '', 'MXN'))).toEqual([
    'kind',
    'title',
    'description',
    'place',
    'supervisorName',
    'idNeeded',
    'backgroundCheck',
  ]);
});

test('accepts an incomplete draft, but no unreadable values', () => {
  const begun = {
    ...newOpportunity('en', '', 'USD'),
    kind: 'JOB' as const,
    title: 'Baker',
    idNeeded: true,
    backgroundCheck: false,
  };
  expect(wrongIn(begun, true)).toEqual([]);
  expect(wrongIn({ ...begun, payMin: 'a lot', hoursPerWeek: '90', startsOn: '2027-02-30' }, true)).toEqual([
    'payMin',
    'payUnit',
    'hoursPerWeek',
    'startsOn',
  ]);
});

test('requires an amount and a unit for jobs only', () => {
  expect(wrongIn(baker({ payMin: '', payUnit: '' }))).toEqual(['payMin']);
  expect(wrongIn(baker({ kind: 'SKILLS_TRAINING', payMin: '', payUnit: '' }))).toEqual([]);
  expect(wrongIn(baker({ payMin: '', payMax: '20' }))).toEqual(['payMin']);
  expect(wrongIn(baker({ payMin: '20', payMax: '18' }))).toEqual(['payMax']);
  expect(wrongIn(baker({ payMin: '0' }))).toEqual(['payMin']);
  expect(wrongIn(baker({ payUnit: '' }))).toEqual(['payUnit']);
});

test('requires no place for remote work', () => {
  expect(wrongIn(baker({ remote: true, place: '' }))).toEqual([]);
});

test('names the maximum length of a text that is too long', () => {
  const [error] = opportunityErrors(baker({ title: 'x'.repeat(121) }), false, words);
  expect(error).toEqual({ field: 'title', text: 'Title: at most 120 characters' });
});

test('sends amounts in cents, and a single amount as both ends of the range', () => {
  expect(inputOf(baker())).toMatchObject({
    payMin: { amountMinor: 1850, currency: 'USD' },
    payMax: { amountMinor: 1850, currency: 'USD' },
    payUnit: 'HOUR',
    trainingPaid: null,
    startsOn: null,
    hoursPerWeek: null,
    idNeeded: false,
    backgroundCheck: true,
  });
  expect(inputOf(baker({ payMin: '1850', payCurrency: 'JPY' }))).toMatchObject({
    payMin: { amountMinor: 1850, currency: 'JPY' },
  });
  expect(wrongIn(baker({ payCurrency: 'dollars' }))).toEqual(['payMin']);
  expect(inputOf(baker({ kind: 'OTHER', payMin: '' }))).toMatchObject({ payMin: null, payMax: null, payUnit: null });
});

test('returns the same opportunity after loading it into the form', () => {
  const form = new FormData();
  const submittedValues = baker({ payMax: '20', trainingPaid: false, languages: ['en', 'vi'], startsOn: '2027-03-01' });
  for (const [field, value] of opportunityForm.entries(submittedValues)) form.append(field, value);
  expect(opportunityForm.read(form)).toEqual(submittedValues);
  const input = inputOf(submittedValues);
  const stored = { ...input, pay: { min: input.payMin!, max: input.payMax!, unit: 'HOUR' as const } };
  expect(valuesOf(stored as unknown as Parameters<typeof valuesOf>[0], 'MXN')).toEqual({
    ...submittedValues,
    payMax: '20.00',
  });
});

test('has a message and an element for each field the API may reject', () => {
  const texts = opportunityForm.texts(words);
  const fields = Object.keys(newOpportunity('en', '', 'USD'));
  expect(Object.keys(texts)).toEqual(
    expect.arrayContaining([...fields, 'startsOn:in-the-past', 'payMin:other-currency']),
  );
  expect(Object.values(texts).every(({ text }) => text !== '')).toBe(true);
});
