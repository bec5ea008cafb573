import { fieldsAt, modelFor, pathOf, withValueAt, type FieldsContext } from './form-fields.js';

const question = { text: { kind: 'text', required: true, nullable: false, max: 80 } } as const;
const model = {
  title: { kind: 'text', required: false, nullable: false },
  goal: { kind: 'money', required: true, nullable: false },
  questions: { kind: 'rows', required: false, nullable: false, fields: question },
} as const;
const values = {
  title: 'Course',
  goal: '',
  questions: [
    { key: 'a', text: 'First' },
    { key: 'b', text: 'Second' },
    { key: 'c', text: 'Third' },
  ],
};

function changeable(errors: FieldsContext['errors'] = {}) {
  const changed = { values };
  const context: FieldsContext = {
    currency: 'USD',
    errors,
    shown: new Set(),
    change: (path, value) => (changed.values = withValueAt(changed.values, path, () => value)),
    changeRows: (path, change) => (changed.values = withValueAt(changed.values, path, change)),
  };
  return { changed, context, fields: fieldsAt(context, model, {}, values) };
}
const textsOf = ({ questions }: typeof values) => questions.map(({ text }) => text);

test('a row changes only its own value and shows the error at its path', () => {
  const { changed, context, fields } = changeable({ 'questions.1.text': 'Too short' });
  const [first, second] = fields.rows('questions');
  expect(first?.field('text')).toMatchObject({ value: 'First', error: undefined, required: true, maxLength: 80 });
  expect(second?.field('text').error).toBe('Too short');
  expect([...context.shown]).toEqual(['questions.0.text', 'questions.1.text']);
  second?.set('text', 'New');
  expect(textsOf(changed.values)).toEqual(['First', 'New', 'Third']);
  expect(values.questions[1]?.text).toBe('Second');
});

test('rows can be added, removed and moved, and keep their keys', () => {
  const { changed, fields } = changeable();
  const rows = fields.rows('questions');
  rows[2]?.move(-1);
  expect(changed.values.questions.map(({ key }) => key)).toEqual(['a', 'c', 'b']);
  rows[0]?.remove();
  expect(textsOf(changed.values)).toEqual(['Third', 'Second']);
  fields.addRow('questions', { text: 'Last' });
  expect(textsOf(changed.values)).toEqual(['Third', 'Second', 'Last']);
  expect(new Set(changed.values.questions.map(({ key }) => key)).size).toBe(3);
});

test('a refused field has the path of the form', () => {
  expect(pathOf(model, 'input.questions[2].text')).toBe('questions.2.text');
  expect(pathOf(model, 'goal.amountMinor')).toBe('goal');
  expect(pathOf(model, 'title')).toBe('title');
});

test('a form can require a field and limit a text that the API does not', () => {
  const own = modelFor(model, ['title'], { title: 20, goal: 5 });
  expect(own.title).toMatchObject({ required: true, max: 20 });
  expect(modelFor(model).title).not.toHaveProperty('max');
});
