/**
 * Event details for calendars.
 * They contain no personal link, because calendars are shared with families and employers.
 */
export interface CalendarFacts {
  title: string;
  role: string;
  startsAt: string;
  endsAt: string;
  place: string | null;
  url: string;
}

interface Event {
  slug: string;
  title: string;
  online: boolean;
  place: string | null;
}

export function calendarFacts(
  { slug, title, online, place }: Event,
  { role, startsAt, endsAt }: Pick<CalendarFacts, 'role' | 'startsAt' | 'endsAt'>,
  publicUrl: string,
): CalendarFacts {
  return {
    title,
    role,
    startsAt,
    endsAt,
    place: online || place === '' ? null : place,
    url: `${publicUrl}/events/${slug}`,
  };
}

/** Time in the format of calendar addresses: 20261205T170000Z. */
const formatCompact = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
const formatIso = (instant: string) => new Date(instant).toISOString().replace(/\.\d{3}/, '');

export function googleAddress({ title, role, startsAt, endsAt, place, url }: CalendarFacts): string {
  const address = new URL('https://calendar.google.com/calendar/render');
  address.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: `${title}: ${role}`,
    dates: `${formatCompact(startsAt)}/${formatCompact(endsAt)}`,
    details: url,
    ...(place !== null && { location: place }),
  }).toString();
  return address.href;
}

export function outlookAddress({ title, role, startsAt, endsAt, place, url }: CalendarFacts): string {
  const address = new URL('https://outlook.live.com/calendar/0/deeplink/compose');
  address.search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: `${title}: ${role}`,
    startdt: formatIso(startsAt),
    enddt: formatIso(endsAt),
    body: url,
    ...(place !== null && { location: place }),
  })
    .toString()
    // Outlook doesn't decode plus signs.
    .replaceAll('+', '%20');
  return address.href;
}

/**
 * Returns the address of this sign-up's calendar entry.
 * The email, the personal page and the feed use the same UID, so calendars show one entry.
 */
export function calendarAddress(slug: string, shiftId: string, signupId: string | null, locale: string): string {
  return `/events/${slug}.ics?${new URLSearchParams({ shift: shiftId, signup: signupId ?? '', lang: locale }).toString()}`;
}
