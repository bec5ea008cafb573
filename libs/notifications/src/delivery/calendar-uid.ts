import type { Config } from '@upstander/platform';

/** Suffix of all UIDs sent before 0.3 by installations without MAIL_DOMAIN. */
const oldSuffix = 'upstander.invalid';

/**
 * Returns the iCalendar UID of a record. It must never change, or calendars show the entry twice. Without MAIL_DOMAIN it
 * is the bare UUID (RFC 7986, 5.3), which does not depend on MAIL_FROM; `isOld` marks records with a UID sent earlier.
 */
export function calendarUid(id: string, { MAIL_DOMAIN }: Pick<Config, 'MAIL_DOMAIN'>, isOld = false): string {
  const suffix = MAIL_DOMAIN ?? (isOld ? oldSuffix : null);
  return suffix === null ? id : `${id}@${suffix}`;
}
