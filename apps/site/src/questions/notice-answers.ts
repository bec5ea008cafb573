import { models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';

/** In the order of the week. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** When and how an email or a text may say that there's something new. The API rejects names with links. */
export const noticeForm = defineForm(models.NoticeChoiceInput, ({ site }) => site.asking.notice, {
  /** Emails. */
  notices: { kind: 'yesNo' },
  /** Texts need their own yes, so that a change of the channel doesn't turn them on. */
  texts: { kind: 'yesNo' },
  days: { choices: weekdays },
  fromHour: { required: false },
  untilHour: { required: false },
  timeZone: { required: false },
  senderName: { fits: (name) => !/[@/]|\.\S/.test(name) },
  namesOrganization: {},
});

export type NoticeAnswers = ValuesOf<typeof noticeForm>;

const standardHours = { fromHour: '9', untilHour: '17' };

export type NoticeChannel = 'MAIL' | 'TEXT';

/** Hours of texts by law (47 CFR 64.1200(c)). The API also checks them in the area of the number. */
const textingHours = { from: 8, until: 21 };

export function noticeChannelOf(channel: string): NoticeChannel | null {
  return channel === 'MAIL' || channel === 'TEXT' ? channel : null;
}

/** True if the other answers permit a notice: the question depends on them. */
export function allowsNotices({ channel, leave }: { channel: string; leave: boolean | null }): boolean {
  return noticeChannelOf(channel) !== null && leave === true;
}

/** True if the person said yes to notices by the channel they chose. */
export function choosesNotices({ channel, notices, texts }: NoticeAnswers & { channel: string }): boolean {
  return channel === 'MAIL' ? notices === true : channel === 'TEXT' && texts === true;
}

/** Fills in the hours and the zone that the page shows before someone chooses. */
export function shownNotice(answers: NoticeAnswers, timeZone: string): NoticeAnswers {
  const { fromHour, untilHour } = answers;
  return {
    ...answers,
    fromHour: fromHour === '' ? standardHours.fromHour : fromHour,
    untilHour: untilHour === '' ? standardHours.untilHour : untilHour,
    timeZone: answers.timeZone === '' ? timeZone : answers.timeZone,
  };
}

export function noticeErrors(answers: NoticeAnswers & { channel: string }, words: Catalog): FormError[] {
  if (!choosesNotices(answers)) return [];
  const { errors } = words.site.asking.notice;
  const [from, until] = [Number(answers.fromHour), Number(answers.untilHour)];
  const isNeverTexted = answers.channel === 'TEXT' && (from >= textingHours.until || until <= textingHours.from);
  return noticeForm.errors(answers, words, {
    also: {
      days: answers.days.length === 0 && errors.days,
      untilHour: from >= until ? errors.untilHour : isNeverTexted && errors.textingHours,
    },
  });
}
