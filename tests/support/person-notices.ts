import type { asAdvocate } from './advocacy.js';

export interface NoticeChoice {
  days: string[];
  fromHour: number;
  untilHour: number;
  timeZone: string;
  senderName: string | null;
  namesOrganization: boolean;
}

/** A number in Chicago. */
export const textedNumber = '+13125550123';

/** The same by text. */
export const textedContact = (changes: Parameters<typeof noticedContact>[0] = {}) =>
  noticedContact({ channel: 'TEXT', value: textedNumber, ...changes });

/** Email with notices on Tuesdays and Wednesdays, from 9 a.m. to noon in Chicago. */
export const noticedContact = (
  changes: { channel?: 'MAIL' | 'TEXT'; value?: string; mayLeaveMessage?: boolean; notice?: object | null } = {},
) => ({
  channel: 'MAIL',
  value: 'luna@example.net',
  mayLeaveMessage: true,
  ...changes,
  notice: changes.notice === null ? null : { ...noticeChoice, ...changes.notice },
});

const noticeChoice: NoticeChoice = {
  days: ['TUESDAY', 'WEDNESDAY'],
  fromHour: 9,
  untilHour: 12,
  timeZone: 'America/Chicago',
  senderName: null,
  namesOrganization: false,
};

export const writeToPerson = (
  desk: ReturnType<typeof asAdvocate>,
  recordId: string,
  body = 'Hello.',
  kind = 'APPLICATION',
) => desk.writeToPerson({ recordId, kind, body });
