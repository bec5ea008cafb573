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

test('sends a contact channel with its number, time and message permission', () => {
  expect(applicationOf(typed)).toEqual({
    opportunityId: 'o1',
    nameToUse: 'Luna',
    safeContact: { channel: 'CALL', value: '213 555 0142', when: 'after six', mayLeaveMessage: false },
    note: null,
    language: 'ES',
  });
});

test('does not send values typed for another contact channel', () => {
  const { safeContact } = applicationOf({ ...typed, channel: 'CODE' });
  expect(safeContact).toEqual({ channel: 'CODE', value: null, when: null, mayLeaveMessage: null });
});

test('leaves out the answer to a hidden question', () => {
  expect(applicationOf({ ...typed, mayLeaveMessage: '' }).safeContact.mayLeaveMessage).toBeNull();
});
