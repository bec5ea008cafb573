import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { isAddress, longText, shortText } from '../forms/typed';

/** The safest first. */
export const channels = ['CODE', 'MAIL', 'TEXT', 'CALL', 'ADVOCATE'] as const;
export type Channel = (typeof channels)[number];

/** The field under each way to be reached that says where. */
export const fieldOf = { CODE: null, MAIL: 'mail', TEXT: 'text', CALL: 'call', ADVOCATE: 'through' } as const;

/** How somebody can be reached safely, as typed. */
export interface ContactAnswers {
  channel: Channel | '';
  mail: string;
  text: string;
  call: string;
  through: string;
  when: string;
  leave: '' | 'yes' | 'no';
}

/** Everything that was typed so far. It travels in the form itself, and is kept nowhere. */
export interface Answers extends ContactAnswers {
  name: string;
  note: string;
  /** A note that the browser sealed: base64 of what the API takes. */
  keyId: string;
  wrappedKey: string;
  iv: string;
  ciphertext: string;
  language: '' | 'en' | 'es';
  interpreter: string;
  key: string;
}

export const longest = { name: 80, value: 200, when: 200, note: 4000, interpreter: 60 };
const longestSealed = 16_000;

export function readContact(form: FormData): ContactAnswers {
  const leave = form.get('leave');
  return {
    channel: channels.find((channel) => channel === form.get('channel')) ?? '',
    mail: shortText(form, 'mail', longest.value),
    text: shortText(form, 'text', longest.value),
    call: shortText(form, 'call', longest.value),
    through: shortText(form, 'through', longest.value),
    when: shortText(form, 'when', longest.when + 1),
    leave: leave === 'yes' || leave === 'no' ? leave : '',
  };
}

export function readAnswers(form: FormData): Answers {
  const language = form.get('language');
  return {
    ...readContact(form),
    name: shortText(form, 'name', longest.name + 1),
    note: longText(form, 'note'),
    keyId: shortText(form, 'keyId', 100),
    wrappedKey: shortText(form, 'wrappedKey', longestSealed),
    iv: shortText(form, 'iv', 100),
    ciphertext: shortText(form, 'ciphertext', longestSealed),
    language: language === 'en' || language === 'es' ? language : '',
    interpreter: shortText(form, 'interpreter', longest.interpreter + 1),
    key: shortText(form, 'key', 100),
  };
}

/** Somebody who is reached by a mail, a text or a call may find a message that others see. */
export function mayBeLeft({ channel }: ContactAnswers): boolean {
  return channel === 'MAIL' || channel === 'TEXT' || channel === 'CALL';
}

export function contactErrors(answers: ContactAnswers, words: Catalogue): FormError[] {
  const t = words.site.asking.errors;
  const errors: FormError[] = [];
  if (answers.channel === '') errors.push({ field: 'channel-CODE', text: t.channel });
  if (answers.channel === 'MAIL' && !isAddress(answers.mail)) errors.push({ field: 'mail', text: t.mail });
  for (const field of ['text', 'call'] as const) {
    if (answers.channel === field.toUpperCase() && !isNumber(answers[field])) errors.push({ field, text: t.phone });
  }
  if (answers.when.length > longest.when) errors.push({ field: 'when', text: t.long({ most: longest.when }) });
  return errors;
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
