import { models, type InputValues } from '@upstander/web-kit';
import { optionalChoiceOf } from '../parts/forms/form-only-fields';

export const channels = ['CALL', 'TEXT', 'MAIL', 'ADVOCATE', 'CODE'] as const;

/** Only the person can turn on notices. */
const { notice: _notice, ...advocateFields } = models.SafeContactInput;

/** The permission to leave a message may stay open. */
const contactFields = { ...advocateFields, mayLeaveMessage: optionalChoiceOf('yes', 'no') };

export const applicationModel = {
  ...models.ApplyInput,
  safeContact: { ...models.ApplyInput.safeContact, fields: contactFields },
};

export function needsValue(channel: string): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

export function applicableContact({ channel, value, when, mayLeaveMessage }: InputValues<typeof contactFields>) {
  const hasValue = needsValue(channel);
  return {
    channel,
    value: hasValue ? value : null,
    when: channel === 'CODE' ? null : when,
    mayLeaveMessage: hasValue && mayLeaveMessage !== null ? mayLeaveMessage === 'yes' : null,
  };
}
