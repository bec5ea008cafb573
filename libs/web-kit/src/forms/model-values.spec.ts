import { formValues, inputFromForm } from './model-values.js';

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
  shifts: { kind: 'input', required: false, nullable: false },
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
  const typed = { ...empty, name: ' Hope ', phone: '+1 (213) 555-0100', year: '2026', language: 'EN' as const };
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
  });
});
