import { chapterZone } from '@upstander/identity';
import { topicRules, type NotificationFrequency, type NotificationTopic } from '../preferences/notification-topic.js';

const minute = 60_000;
/** Transactions commit within this time, so a window that ended earlier is complete. */
const lag = 2 * minute;
/** A burst is collected this long after its first notice. */
const collectFor = 5 * minute;
/** Minimum time between two emails about the same topic. */
const pause = 15 * minute;
/** A window without notices is closed after this time, so that later searches stay short. */
const longestSearch = 60 * minute;

export const digestHour = 8;
/** Minutes after which the emails of others are sent, so that notices to the same person join them. */
export const digestMinutes = 5;
/** Local hours between which only urgent notices are sent. */
export const quietHours = { from: 21, until: 8 };

/** SQL: time zone of the chapter that an account organizes; null if there is none. */
export const organizerZone = (account: string) => `(SELECT min(${chapterZone('g.chapter_id')}) FROM identity."grant" g
  WHERE g.account_id = ${account} AND g.role = 'organizer')`;

export interface NoticeProgress {
  coveredUntil: Date;
  sentAt: Date | null;
}

export interface LocalDay {
  /** Latest time at which daily summaries were due in the recipient's time zone. */
  digestAt: Date;
  isQuiet: boolean;
}

/** Returns the end of the period to notify an account of, or null if it has to wait. */
export function endOfWindow(
  topic: NotificationTopic,
  frequency: NotificationFrequency,
  { coveredUntil, sentAt }: NoticeProgress,
  { now, digestAt, isQuiet }: LocalDay & { now: Date },
): Date | null {
  const complete = new Date(now.valueOf() - lag);
  if (frequency === 'never') return null;
  if (frequency === 'daily') return digestAt > coveredUntil && digestAt <= complete ? digestAt : null;
  if (isQuiet && !topicRules[topic].isUrgent) return null;
  if (sentAt && now.valueOf() - sentAt.valueOf() < pause) return null;
  return complete > coveredUntil ? complete : null;
}

/** True if a burst that began at this time has been collected. */
export function isCollected(frequency: NotificationFrequency, firstAt: Date, now: Date): boolean {
  return frequency === 'daily' || now.valueOf() - firstAt.valueOf() >= collectFor;
}

export function isLongSearch(since: Date, until: Date): boolean {
  return until.valueOf() - since.valueOf() > longestSearch;
}

/** Returns the start of a new window: earlier events were before the person was an organizer or wanted notices. */
export function startOfWindow(now: Date): Date {
  return new Date(now.valueOf() - lag);
}
