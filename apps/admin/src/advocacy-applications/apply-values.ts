export const channels = ['CALL', 'TEXT', 'MAIL', 'ADVOCATE', 'CODE'] as const;
type Channel = (typeof channels)[number];

interface ApplyValues {
  opportunityId: string;
  nameToUse: string;
  channel: string;
  'safeContact.value': string;
  'safeContact.when': string;
  mayLeaveMessage: string;
  note: string;
  language: string;
}

/** True if this contact channel needs an address or a phone number. */
export function needsValue(channel: string): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

/** Returns the input for the API without values typed for a channel that was not chosen. */
export function applicationOf(values: ApplyValues) {
  const channel = channels.find((each) => each === values.channel) ?? ('CODE' satisfies Channel);
  const reached = channel !== 'CODE';
  return {
    opportunityId: values.opportunityId,
    nameToUse: values.nameToUse.trim(),
    safeContact: {
      channel,
      value: needsValue(channel) ? values['safeContact.value'].trim() : null,
      when: reached ? values['safeContact.when'].trim() || null : null,
      mayLeaveMessage: needsValue(channel) && values.mayLeaveMessage !== '' ? values.mayLeaveMessage === 'yes' : null,
    },
    note: values.note.trim() || null,
    language: values.language === 'ES' ? ('ES' as const) : ('EN' as const),
  };
}
