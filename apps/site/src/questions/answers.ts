import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type Rule, type LocalizedText, type FormTexts } from '../forms/form-of';
import { addressRule } from '../forms/person';

/** Safest first. */
export const channels = ['CODE', 'MAIL', 'TEXT', 'CALL', 'ADVOCATE'] as const;
export type Channel = (typeof channels)[number];

export const fieldOf = { CODE: null, MAIL: 'mail', TEXT: 'text', CALL: 'call', ADVOCATE: 'through' } as const;

const noNumber: LocalizedText = ({ site }) => site.asking.errors.phone;
const noAddress: LocalizedText = ({ site }) => site.asking.errors.mail;
const phone: Rule = { most: 200, missing: noNumber, fits: isNumber, wrong: noNumber };
const longestSealed = 16_000;

/** Contact details. The channel decides which fields count. */
export const contactForm = defineForm({
  mail: { ...addressRule, missing: noAddress, wrong: noAddress },
  text: phone,
  call: phone,
  through: { most: 200 },
  when: { most: 200, label: ({ site }) => site.asking.when },
});

/** Safe contact details, as typed. */
export interface ContactAnswers extends FormTexts<typeof contactForm> {
  channel: Channel | '';
  leave: '' | 'yes' | 'no';
}

export const questionForm = defineForm({
  name: {
    most: 80,
    label: ({ site }) => site.asking.nameLabel,
    missing: ({ site }) => site.asking.errors.name,
    sentAs: 'nameToUse',
  },
  note: { lines: true, most: 4000 },
  interpreter: { most: 60, label: ({ site }) => site.asking.interpreter },
  /** A note encrypted by the browser: base64, as the API expects it. */
  keyId: {},
  wrappedKey: { most: longestSealed },
  iv: {},
  ciphertext: { most: longestSealed },
  key: {},
});

/** All answers so far. They travel in the form and are not stored. */
export interface Answers extends ContactAnswers, FormTexts<typeof questionForm> {
  language: '' | 'en' | 'es';
}

export function readContact(form: FormData): ContactAnswers {
  const leave = form.get('leave');
  return {
    ...contactForm.read(form),
    channel: channels.find((channel) => channel === form.get('channel')) ?? '',
    leave: leave === 'yes' || leave === 'no' ? leave : '',
  };
}

export function readAnswers(form: FormData): Answers {
  const language = form.get('language');
  return {
    ...readContact(form),
    ...questionForm.read(form),
    language: language === 'en' || language === 'es' ? language : '',
  };
}

/** Returns true for channels on which others could see a message. */
export function isVisibleToOthers({ channel }: ContactAnswers): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

export function contactErrors(answers: ContactAnswers, words: Catalogue): FormError[] {
  if (answers.channel === '') {
    const unsaid = { field: 'channel-CODE', text: words.site.asking.errors.channel };
    return [unsaid, ...contactForm.errors(answers, words, { only: ['when'] })];
  }
  const field = fieldOf[answers.channel];
  return contactForm.errors(answers, words, { only: [...(field === null ? [] : [field]), 'when'] });
}

export function contactRefused({ channel }: ContactAnswers, words: Catalogue): FormError {
  const field = channel === '' ? null : fieldOf[channel];
  return contactForm.texts(words)[field ?? 'when'] ?? { text: words.refusals.BAD_INPUT };
}

/** Rejects only values that can't be a phone number. The API does the full validation. */
function isNumber(text: string): boolean {
  return /^\+?[\d\s().-]{7,30}$/.test(text) && text.replace(/\D/g, '').length >= 7;
}

/** Returns the input for the API, without fields the channel doesn't need. */
export function contactInput(answers: ContactAnswers) {
  const { channel, when, leave } = answers;
  if (channel === '') throw new Error('The contact channel is missing.');
  const field = fieldOf[channel];
  const value = field === null ? '' : answers[field];
  return {
    channel,
    ...(value !== '' && { value }),
    ...(when !== '' && channel !== 'CODE' && { when }),
    ...(leave !== '' && isVisibleToOthers(answers) && { mayLeaveMessage: leave === 'yes' }),
  };
}
