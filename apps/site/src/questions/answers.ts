import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { formOf, type Rule, type Say, type Typed } from '../forms/form-of';
import { addressRule } from '../forms/person';

/** The safest first. */
export const channels = ['CODE', 'MAIL', 'TEXT', 'CALL', 'ADVOCATE'] as const;
export type Channel = (typeof channels)[number];

/** The field under each way to be reached that says where. */
export const fieldOf = { CODE: null, MAIL: 'mail', TEXT: 'text', CALL: 'call', ADVOCATE: 'through' } as const;

const noNumber: Say = ({ site }) => site.asking.errors.phone;
const noAddress: Say = ({ site }) => site.asking.errors.mail;
const phone: Rule = { most: 200, missing: noNumber, fits: isNumber, wrong: noNumber };
const longestSealed = 16_000;

/** Where somebody can be reached; which of the fields counts, the channel says. */
export const contactForm = formOf({
  mail: { ...addressRule, missing: noAddress, wrong: noAddress },
  text: phone,
  call: phone,
  through: { most: 200 },
  when: { most: 200, label: ({ site }) => site.asking.when },
});

/** How somebody can be reached safely, as typed. */
export interface ContactAnswers extends Typed<typeof contactForm> {
  channel: Channel | '';
  leave: '' | 'yes' | 'no';
}

export const questionForm = formOf({
  name: {
    most: 80,
    label: ({ site }) => site.asking.nameLabel,
    missing: ({ site }) => site.asking.errors.name,
    sentAs: 'nameToUse',
  },
  note: { lines: true, most: 4000 },
  interpreter: { most: 60, label: ({ site }) => site.asking.interpreter },
  /** A note that the browser sealed: base64 of what the API takes. */
  keyId: {},
  wrappedKey: { most: longestSealed },
  iv: {},
  ciphertext: { most: longestSealed },
  key: {},
});

/** Everything that was typed so far. It travels in the form itself, and is kept nowhere. */
export interface Answers extends ContactAnswers, Typed<typeof questionForm> {
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

/** Somebody who is reached by a mail, a text or a call may find a message that others see. */
export function mayBeLeft({ channel }: ContactAnswers): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

export function contactErrors(answers: ContactAnswers, words: Catalogue): FormError[] {
  if (answers.channel === '') {
    const unsaid = { field: 'channel-CODE', text: words.site.asking.errors.channel };
    return [unsaid, ...contactForm.errors(answers, words, { only: ['when'] })];
  }
  const where = fieldOf[answers.channel];
  return contactForm.errors(answers, words, { only: [...(where === null ? [] : [where]), 'when'] });
}

/** What stands at the way to be reached that the API refused. */
export function contactRefused({ channel }: ContactAnswers, words: Catalogue): FormError {
  const where = channel === '' ? null : fieldOf[channel];
  return contactForm.texts(words)[where ?? 'when'] ?? { text: words.refusals.BAD_INPUT };
}

/** The API knows exactly which numbers there are; this only catches what is certainly none. */
function isNumber(text: string): boolean {
  return /^\+?[\d\s().-]{7,30}$/.test(text) && text.replace(/\D/g, '').length >= 7;
}

/** As the API takes it; a way that needs no word of where, when or whether gets none. */
export function contactInput(answers: ContactAnswers) {
  const { channel, when, leave } = answers;
  if (channel === '') throw new Error('A way to be reached is asked for before.');
  const field = fieldOf[channel];
  const value = field === null ? '' : answers[field];
  return {
    channel,
    ...(value !== '' && { value }),
    ...(when !== '' && channel !== 'CODE' && { when }),
    ...(leave !== '' && mayBeLeft(answers) && { mayLeaveMessage: leave === 'yes' }),
  };
}
