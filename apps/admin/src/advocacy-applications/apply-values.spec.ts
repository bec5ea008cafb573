import { applicableContact } from './apply-values';

const typed = { channel: 'CALL', value: '213 555 0142', when: 'after six', mayLeaveMessage: 'no' } as const;

test('sends a contact channel with its number, time and message permission', () => {
  expect(applicableContact(typed)).toEqual({ ...typed, mayLeaveMessage: false });
});

test('does not send values typed for another contact channel', () => {
  const contact = { channel: 'CODE', value: null, when: null, mayLeaveMessage: null };
  expect(applicableContact({ ...typed, channel: 'CODE' })).toEqual(contact);
});

test('leaves out the answer to a hidden question', () => {
  expect(applicableContact({ ...typed, mayLeaveMessage: null }).mayLeaveMessage).toBeNull();
});
