import { catalogOf } from '@upstander/web-kit';
import { contactInput, readAnswers } from './answers';
import { advanceFlow, type Step } from './flow';

const flow: Step[] = ['name', 'reach', 'leave', 'note'];
const words = catalogOf('en');

function position(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return advanceFlow(flow, readAnswers(form), form, words);
}

const ana = { name: 'Ana', channel: 'CODE' };

test('asks one question after another and ends with the summary', () => {
  expect(position({ at: 'start' })).toMatchObject({ step: 'name' });
  expect(position({ at: 'name', name: 'Ana' })).toMatchObject({ step: 'reach', errors: [] });
  expect(position({ ...ana, at: 'reach', channel: 'CALL', call: '(213) 555-0142' })).toMatchObject({ step: 'leave' });
  expect(position({ ...ana, at: 'note' })).toMatchObject({ step: 'check' });
});

test('skips the question about messages for people who return with the code', () => {
  expect(position({ ...ana, at: 'reach' })).toMatchObject({ step: 'note' });
  expect(position({ ...ana, at: 'note', go: 'back' })).toMatchObject({ step: 'reach' });
});

test('repeats a question with missing answers and keeps the typed values', () => {
  expect(position({ at: 'name', name: '  ' })).toMatchObject({ step: 'name', errors: [{ field: 'name' }] });
  expect(position({ at: 'reach', name: 'Ana', channel: 'MAIL', mail: 'ana@' })).toMatchObject({
    step: 'reach',
    answers: { name: 'Ana', mail: 'ana@' },
    errors: [{ field: 'mail' }],
  });
  expect(position({ at: 'reach', name: 'Ana', channel: 'TEXT', text: 'soon' })).toMatchObject({
    errors: [{ field: 'text' }],
  });
});

test('goes back without checking or losing answers', () => {
  expect(position({ at: 'reach', go: 'back', name: 'Ana', mail: 'half' })).toMatchObject({
    step: 'name',
    errors: [],
    answers: { name: 'Ana', mail: 'half' },
  });
  expect(position({ at: 'name', go: 'back' })).toMatchObject({ step: 'start' });
});

test('returns to the summary after a change, after asking a question that it added', () => {
  expect(position({ ...ana, at: 'check', go: 'to-reach' })).toMatchObject({ step: 'reach', isReturning: true });
  const changed = { ...ana, at: 'reach', returning: '1', channel: 'CALL', call: '(213) 555-0142' };
  expect(position(changed)).toMatchObject({ step: 'leave', isReturning: true });
  expect(position({ ...changed, leave: 'no' })).toMatchObject({ step: 'check' });
  expect(position({ ...ana, at: 'note', returning: '1', go: 'back' })).toMatchObject({ step: 'check' });
});

test('sends only complete and valid answers', () => {
  expect(position({ ...ana, at: 'check', go: 'send' })).toBe('send');
  expect(position({ at: 'check', go: 'send', channel: 'CODE' })).toMatchObject({ step: 'name', isReturning: true });
  expect(position({ ...ana, at: 'check', go: 'send', channel: '' })).toMatchObject({ step: 'reach' });
});

test('sends only the fields of the chosen channel', () => {
  const form = new FormData();
  const submittedValues = {
    channel: 'CODE',
    mail: 'old@example.org',
    call: '2135550142',
    when: 'mornings',
    leave: 'yes',
  };
  for (const [name, value] of Object.entries(submittedValues)) form.set(name, value);
  expect(contactInput(readAnswers(form))).toEqual({ channel: 'CODE' });
  form.set('channel', 'CALL');
  expect(contactInput(readAnswers(form))).toEqual({
    channel: 'CALL',
    value: '2135550142',
    when: 'mornings',
    mayLeaveMessage: true,
  });
});
