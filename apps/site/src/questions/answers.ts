import { models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey, type FieldRule, type ValuesOf } from '../forms/define-form';
import { allowsNotices, choosesNotices, noticeForm, type NoticeAnswers } from './notice-answers';

/** Safest first. */
export const channels = ['CODE', 'MAIL', 'TEXT', 'CALL', 'ADVOCATE'] as const;
export type Channel = (typeof channels)[number];

export const fieldOf = { CODE: null, MAIL: 'mail', TEXT: 'text', CALL: 'call', ADVOCATE: 'through' } as const;

const phone = {
  kind: 'phone',
  required: true,
  wrong: ({ site }) => site.asking.errors.phone,
} as const satisfies FieldRule;
const longestValue = models.SafeContactInput.value.max;
const longestSealed = 16_000;

/** Contact details. The channel decides which fields count. */
export const contactForm = defineForm(models.SafeContactInput, ({ site }) => site.asking, {
  channel: { required: false },
  mail: { kind: 'email', required: true },
  text: phone,
  call: phone,
  through: { max: longestValue },
  when: {},
  leave: { kind: 'yesNo', sentAs: 'mayLeaveMessage' },
});

export type ContactAnswers = ValuesOf<typeof contactForm> & NoticeAnswers;

export const readContactAnswers = (form: FormData): ContactAnswers => ({
  ...contactForm.read(form),
  ...noticeForm.read(form),
});

export const questionForm = defineForm(models.RequestConsultationInput, ({ site }) => site.asking, {
  name: { sentAs: 'nameToUse', label: ({ site }) => site.asking.nameLabel },
  note: { sentAs: 'about' },
  language: { choices: ['en', 'es'], required: false },
  interpreter: { max: 60 },
  /** A note encrypted by the browser: base64, as the API expects it. */
  keyId: {},
  wrappedKey: { max: longestSealed },
  iv: {},
  ciphertext: { max: longestSealed },
  key: formKey,
});

/** Answers travel in the form and are not stored. */
export type Answers = ContactAnswers & ValuesOf<typeof questionForm>;

export const readAnswers = (form: FormData): Answers => ({ ...readContactAnswers(form), ...questionForm.read(form) });

export const answerEntries = (answers: Answers) => [
  ...contactForm.entries(answers),
  ...noticeForm.entries(answers),
  ...questionForm.entries(answers),
];

/** Returns true for channels on which others could see a message. */
export function isVisibleToOthers({ channel }: ContactAnswers): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

export function contactErrors(answers: ContactAnswers, words: Catalog): FormError[] {
  if (answers.channel === '') {
    const channelError = { field: 'channel-CODE', text: words.site.asking.errors.channel };
    return [channelError, ...contactForm.errors(answers, words, { only: ['when'] })];
  }
  const field = fieldOf[answers.channel];
  return contactForm.errors(answers, words, { only: [...(field === null ? [] : [field]), 'when'] });
}

/** Messages for what the API rejects, for `refusalState`. */
export function contactRefusals({ channel }: ContactAnswers, words: Catalog): Record<string, FormError> {
  const field = channel === '' ? null : fieldOf[channel];
  const { errors } = words.site.asking.notice;
  return {
    safeContact: contactForm.texts(words)[field ?? 'when'] ?? { text: words.refusals.BAD_INPUT },
    'safeContact:not-a-mobile-number': { field: 'text', text: errors.number },
    'safeContact:no-texting-hours': { field: 'untilHour', text: errors.numberHours },
  };
}

/** Leaves out fields the channel doesn't need. */
export function contactInput(answers: ContactAnswers, { offersNotices = false } = {}) {
  const { channel, when, leave } = answers;
  if (channel === '') throw new Error('The contact channel is missing.');
  const field = fieldOf[channel];
  const value = field === null ? '' : answers[field];
  return {
    channel,
    ...(value !== '' && { value }),
    ...(when !== '' && channel !== 'CODE' && { when }),
    ...(leave !== null && isVisibleToOthers(answers) && { mayLeaveMessage: leave }),
    ...(offersNotices && allowsNotices(answers) && choosesNotices(answers) && { notice: noticeForm.input(answers) }),
  };
}
