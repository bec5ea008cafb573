import { formValues, hasShapeOf, inputFromForm } from './model-values.js';

const shift = {
  id: { kind: 'id', required: false, nullable: true },
  role: { kind: 'text', required: true, nullable: false },
  capacity: { kind: 'count', required: true, nullable: false, min: 1 },
} as const;

const model = {
  name: { kind: 'text', required: true, nullable: false, max: 80 },
  note: { kind: 'longText', required: false, nullable: true },
  summary: { kind: 'text', required: false, nullable: false },
  phone: { kind: 'phone', required: false, nullable: true },
  age: { kind: 'count', required: false, nullable: true, min: 1, max: 120 },
  year: { kind: 'count', required: true, nullable: false },
  language: { kind: 'choice', required: true, nullable: false, enumName: 'locale', choices: ['EN', 'ES'] },
  isOpen: { kind: 'flag', required: false, nullable: false },
  languages: { kind: 'list', required: false, nullable: true, max: 2 },
  opensAt: { kind: 'localDateTime', required: false, nullable: true },
  goal: { kind: 'money', required: false, nullable: true },
  contact: {
    kind: 'input',
    required: false,
    nullable: false,
    fields: { phone: { kind: 'phone', required: true, nullable: true } },
  },
  shifts: { kind: 'rows', required: false, nullable: false, max: 2, fields: shift },
} as const;

const empty = formValues(model, null);

test('a new form starts empty, with a boolean for a flag and an array for a list', () => {
  expect(empty).toEqual({
    name: '',
    note: '',
    summary: '',
    phone: '',
    age: '',
    year: '',
    language: '',
    isOpen: false,
    languages: [],
    opensAt: '',
    goal: '',
    contact: { phone: '' },
    shifts: [],
  });
});

test('a form starts with the values of its row, as its controls hold them', () => {
  const row = { name: 'Hope', age: 18, isOpen: true, languages: ['en'], note: null, opensAt: '2026-12-01T09:30:00' };
  expect(formValues(model, row)).toMatchObject({
    name: 'Hope',
    age: '18',
    isOpen: true,
    languages: ['en'],
    note: '',
    opensAt: '2026-12-01T09:30',
  });
});

test('the input has trimmed texts, parsed numbers, and null where the API allows it', () => {
  const typed = {
    ...empty,
    name: ' Hope ',
    phone: '+1 (213) 555-0100',
    year: '2026',
    language: 'EN' as const,
    contact: { phone: '+1 213 555 0101' },
  };
  expect(inputFromForm(model, typed)).toEqual({
    problems: {},
    input: {
      name: 'Hope',
      note: null,
      summary: '',
      phone: '+12135550100',
      age: null,
      year: 2026,
      language: 'EN',
      isOpen: false,
      languages: [],
      opensAt: null,
      goal: null,
      contact: { phone: '+12135550101' },
      shifts: [],
    },
  });
});

test('names missing fields, impossible numbers and lists that are too long', () => {
  const typed = { ...empty, name: '  ', age: '0', year: 'soon', languages: ['en', 'es', 'fr'] };
  expect(inputFromForm(model, typed).problems).toEqual({
    name: 'required',
    age: 'out-of-range',
    year: 'out-of-range',
    language: 'required',
    languages: 'too-many',
    'contact.phone': 'required',
  });
});

test('rows have a key while the form is open, and problems name the row', () => {
  const values = formValues(model, {
    shifts: [{ id: 's1', role: 'Packing', capacity: 12 }, { role: 'Driving' }],
    goal: { amountMinor: 125_000, currency: 'USD' },
  });
  expect(values.goal).toBe('1250.00');
  expect(values.shifts).toEqual([
    { key: 's1', id: 's1', role: 'Packing', capacity: '12' },
    { key: '1', id: '', role: 'Driving', capacity: '' },
  ]);
  const { input, problems } = inputFromForm(model, values);
  expect(input.shifts).toEqual([
    { id: 's1', role: 'Packing', capacity: 12 },
    { id: null, role: 'Driving', capacity: null },
  ]);
  expect(problems).toMatchObject({ 'shifts.1.capacity': 'required' });
  const [first] = values.shifts;
  expect(inputFromForm(model, { ...values, shifts: [first!, first!, first!] }).problems).toMatchObject({
    shifts: 'too-many',
  });
});

test('recognizes values of the model, but not a draft of an older form', () => {
  expect(hasShapeOf(model, empty)).toBe(true);
  expect(hasShapeOf(model, formValues(model, { shifts: [{}] }))).toBe(true);
  expect(hasShapeOf(model, { ...empty, shifts: [{ role: 'Packing', capacity: 12 }] })).toBe(false);
  expect(hasShapeOf(model, { ...empty, contact: undefined })).toBe(false);
  expect(hasShapeOf(model, null)).toBe(false);
});
