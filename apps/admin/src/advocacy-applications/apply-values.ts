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

/** Whether this way needs an address or a number. */
export function needsValue(channel: string): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

/** What is sent: nothing of what was typed for a way that was not chosen in the end. */
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
