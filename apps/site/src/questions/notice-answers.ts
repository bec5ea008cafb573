import { models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';

/** In the order of the week. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** When and how an email may say that there's something new. The API rejects names with links. */
export const noticeForm = defineForm(models.NoticeChoiceInput, ({ site }) => site.asking.notice, {
  notices: { kind: 'yesNo' },
  days: { choices: weekdays },
  fromHour: { required: false },
  untilHour: { required: false },
  timeZone: { required: false },
  senderName: { fits: (name) => !/[@/]|\.\S/.test(name) },
  namesOrganization: {},
});

export type NoticeAnswers = ValuesOf<typeof noticeForm>;

const standardHours = { fromHour: '9', untilHour: '17' };

/** True if the other answers permit an email: the question depends on them. */
export function allowsNotices({ channel, leave }: { channel: string; leave: boolean | null }): boolean {
  return channel === 'MAIL' && leave === true;
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

export function noticeErrors(answers: NoticeAnswers, words: Catalog): FormError[] {
  if (!answers.notices) return [];
  const { errors } = words.site.asking.notice;
  return noticeForm.errors(answers, words, {
    also: {
      days: answers.days.length === 0 && errors.days,
      untilHour: Number(answers.fromHour) >= Number(answers.untilHour) && errors.untilHour,
    },
  });
}
