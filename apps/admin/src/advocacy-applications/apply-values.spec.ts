import { applicableContact } from './apply-values';

const input = { channel: 'CALL', value: '213 555 0142', when: 'after six', mayLeaveMessage: 'no' } as const;

test('sends a contact channel with its number, time and message permission', () => {
  expect(applicableContact(input)).toEqual({ ...input, mayLeaveMessage: false });
});

test('does not send values typed for another contact channel', () => {
  const contact = { channel: 'CODE', value: null, when: null, mayLeaveMessage: null };
  expect(applicableContact({ ...input, channel: 'CODE' })).toEqual(contact);
});

test('leaves out the answer to a hidden question', () => {
  expect(applicableContact({ ...input, mayLeaveMessage: null }).mayLeaveMessage).toBeNull();
});
