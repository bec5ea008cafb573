import { applicationOf } from './apply-values';

const typed = {
  opportunityId: 'o1',
  nameToUse: ' Luna ',
  channel: 'CALL',
  'safeContact.value': ' 213 555 0142 ',
  'safeContact.when': 'after six',
  mayLeaveMessage: 'no',
  note: '',
  language: 'ES',
};

test('a way to be reached goes with its number, its time and the answer about messages', () => {
  expect(applicationOf(typed)).toEqual({
    opportunityId: 'o1',
    nameToUse: 'Luna',
    safeContact: { channel: 'CALL', value: '213 555 0142', when: 'after six', mayLeaveMessage: false },
    note: null,
    language: 'ES',
  });
});

test('what was typed for another way is not sent', () => {
  const { safeContact } = applicationOf({ ...typed, channel: 'CODE' });
  expect(safeContact).toEqual({ channel: 'CODE', value: null, when: null, mayLeaveMessage: null });
});

test('a question that was not asked stays unanswered', () => {
  expect(applicationOf({ ...typed, mayLeaveMessage: '' }).safeContact.mayLeaveMessage).toBeNull();
});
