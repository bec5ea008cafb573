/** What a calendar is told of a shift. No personal link is among it: calendars are shared with families and employers. */
export interface CalendarFacts {
  title: string;
  role: string;
  startsAt: string;
  endsAt: string;
  place: string | null;
  /** The public page of the event. */
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

/** An instant as calendars write it in an address: 20261205T170000Z. */
const compact = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
const exact = (instant: string) => new Date(instant).toISOString().replace(/\.\d{3}/, '');

export function googleAddress({ title, role, startsAt, endsAt, place, url }: CalendarFacts): string {
  const address = new URL('https://calendar.google.com/calendar/render');
  address.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: `${title}: ${role}`,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
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
    startdt: exact(startsAt),
    enddt: exact(endsAt),
    body: url,
    ...(place !== null && { location: place }),
  })
    .toString()
    // Outlook shows a plus as it is.
    .replaceAll('+', '%20');
  return address.href;
}

/** The entry of this one sign-up: the mail, the personal page and the feed name it alike, so calendars see one thing. */
export function calendarAddress(slug: string, shiftId: string, signupId: string | null, locale: string): string {
  return `/events/${slug}.ics?${new URLSearchParams({ shift: shiftId, signup: signupId ?? '', lang: locale }).toString()}`;
}
