import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { accountSamples } from './access-samples.accounts.js';
import { advocacyRouteSamples, advocacySamples } from './access-samples.advocacy.js';
import { giftRouteSamples, giftSamples } from './access-samples.gifts.js';
import { businessSamples } from './access-samples.businesses.js';
import { campaignRouteSamples, campaignSamples } from './access-samples.campaigns.js';
import { attendanceSamples, hoursRouteSamples } from './access-samples.attendance.js';
import { helpRouteSamples, helpSamples } from './access-samples.help.js';
import { registrationSamples } from './access-samples.registrations.js';
import { standingSignupSamples } from './access-samples.standing-signups.js';
import { handOverSamples } from './access-samples.hand-overs.js';
import { accountingRouteSamples, accountingSamples } from './access-samples.accounting.js';
import { credentialSamples } from './access-samples.credentials.js';
import { learningRouteSamples, learningSamples } from './access-samples.learning.js';
import { mailboxRouteSamples } from './access-samples.mailbox.js';
import { coOrganizerSamples } from './access-samples.co-organizers.js';
import { customRoleSamples } from './access-samples.custom-roles.js';
import { signInSamples } from './access-samples.sign-in.js';
import { webhookSamples } from './access-samples.webhooks.js';
import { opportunitySamples } from './access-samples.opportunities.js';
import { schoolRouteSamples, schoolSamples } from './access-samples.schools.js';
import { rosterSamples } from './access-samples.roster.js';
import { seriesSamples } from './access-samples.series.js';
import { peoplesDataRouteSamples, peoplesDataSamples } from './access-samples.peoples-data.js';
import { siteRouteSamples, siteSamples } from './access-samples.site.js';
import { recurringGiftRouteSamples, recurringGiftSamples } from './access-samples.recurring-gifts.js';
import { volunteerRouteSamples, volunteerSamples } from './access-samples.volunteers.js';
import type { Sample } from './access-table.js';
import type { Caller } from './access-callers.js';
import type { TestApp } from './app.js';
import { aChapter, aShift, aSignup, anEvent, type SignupParts } from './factories.js';
import { anAccount } from './people.js';

/** Location of a sample's data: the caller's chapter or another. */
export interface Place {
  app: TestApp;
  caller: Caller;
  chapter: { id: string; slug: string };
  /** The caller's chapter, independent of the sample's. */
  home: { id: string };
  own: boolean;
}

export type MakeSample = (place: Place) => Sample | Promise<Sample>;

async function aSavedView({ db }: TestApp, chapterId: string): Promise<string> {
  const { id: owner } = await anAccount(db, { role: 'organizer' });
  const [view] = await db.query<{ id: string }>(
    `INSERT INTO identity.saved_view (account_id, screen, name, chapter_id, created_at) VALUES ($1, 'gifts', 'Ours', $2, now())
     RETURNING id`,
    [owner, chapterId],
  );
  return view!.id;
}

const email = () => `${randomUUID()}@example.org`;
const eventIn = ({ app, chapter }: Place, status: 'draft' | 'published' = 'published') =>
  anEvent(app.db, { chapterId: chapter.id, status });
const shiftIn = async (place: Place, eventId?: string) =>
  aShift(place.app.db, { eventId: eventId ?? (await eventIn(place)).id });
const signupIn = async (place: Place, parts: SignupParts = {}) =>
  aSignup(place.app.db, { shiftId: (await shiftIn(place)).id, ...parts });
const tokenFor = async (place: Place, parts: SignupParts = {}) =>
  place.app.nest.get(SignedIds).sign('signup', (await signupIn(place, parts)).id);
const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);

const byToken =
  (parts: SignupParts = {}, extra: object = {}): MakeSample =>
  async (place) => ({ variables: { input: { token: await tokenFor(place, parts), ...extra } } });

const eventInput = (place: Place) => ({
  chapterId: place.chapter.id,
  title: 'Care kit packing',
  online: false,
  place: '12 Main St, Los Angeles',
  timeZone: 'America/Los_Angeles',
  startsAtLocal: '2030-05-04T09:00',
  endsAtLocal: '2030-05-04T12:00',
  contactName: 'Rosa',
  contactEmail: 'rosa@example.org',
  summary: 'Pack kits.',
  description: 'Pack kits for people who leave in a hurry.',
  shifts: [{ role: 'Packing', startsAtLocal: '2030-05-04T09:00', endsAtLocal: '2030-05-04T12:00', capacity: 5 }],
});

/** A second case of an operation has a suffix in parentheses. */
export const operationSamples: Record<string, MakeSample> = {
  ...advocacySamples,
  ...attendanceSamples,
  ...handOverSamples,
  ...standingSignupSamples,
  ...webhookSamples,
  ...registrationSamples,
  ...helpSamples,
  ...accountingSamples,
  ...learningSamples,
  ...businessSamples,
  ...campaignSamples,
  ...credentialSamples,
  ...giftSamples,
  ...opportunitySamples,
  ...schoolSamples,
  ...rosterSamples,
  ...seriesSamples,
  ...siteSamples,
  ...peoplesDataSamples,
  ...recurringGiftSamples,
  ...volunteerSamples,
  ...coOrganizerSamples,
  ...customRoleSamples,
  ...signInSamples,
  ...accountSamples,
  chapters: () => ({}),
  tracks: () => ({}),
  article: () => ({ variables: { slug: 'signs' } }),
  organization: () => ({}),
  event: async (place) => ({ variables: { slug: (await eventIn(place)).slug } }),
  'event (draft)': async (place) => ({ variables: { slug: (await eventIn(place, 'draft')).slug } }),
  events: async (place) => {
    const { id } = await eventIn(place);
    // The filter is unique per call, because answers are cached for a second.
    const variables = { filter: { chapter: place.chapter.slug, ids: [id] }, first: 100 };
    return { variables, select: '{ edges { node { id } } }', sees: (answer) => nodes(answer).includes(id) };
  },
  eventFeedback: async (place) => ({ variables: { eventId: (await eventIn(place)).id } }),
  eventUpdatePreview: async (place) => ({
    variables: { id: (await eventIn(place, 'draft')).id, input: eventInput(place) },
  }),
  mailLog: () => ({}),
  manageEvent: async (place) => ({ variables: { id: (await eventIn(place, 'draft')).id } }),
  manageEvents: async (place) => {
    const { id } = await eventIn(place, 'draft');
    const variables = { filter: { chapter: place.chapter.slug }, status: ['DRAFT'], first: 100 };
    return { variables, select: '{ edges { node { id } } }', sees: (answer) => nodes(answer).includes(id) };
  },
  me: () => ({}),
  draftKey: () => ({}),
  savedViews: () => ({ variables: { screen: 'gifts' } }),
  saveView: ({ chapter }) => ({
    variables: { input: { screen: 'gifts', name: 'Mine', address: '', chapterId: chapter.id } },
  }),
  deleteView: async ({ app, chapter }) => ({ variables: { id: await aSavedView(app, chapter.id) } }),
  systemHealth: () => ({ select: '{ version }' }),
  runJob: () => ({ variables: { name: 'keep-retention' } }),
  staffActions: () => ({ variables: { first: 1 }, select: '{ totalCount }' }),
  noteExport: () => ({ variables: { list: 'mail' } }),
  securityEvents: () => ({ variables: { first: 1 } }),
  mySignup: async (place) => ({ variables: { token: await tokenFor(place) } }),
  mySignups: () => ({}),
  chapterTasks: async ({ app, chapter }) => {
    // The soonest of all, so that it's listed even on a slow machine.
    const startsAt = new Date(Date.now() + 3_600_000 - nextStart++ * 60_000);
    const { id } = await anEvent(app.db, { chapterId: chapter.id, startsAt });
    return {
      select: '{ upcoming { id } }',
      sees: (answer) => (answer as { upcoming: Array<{ id: string }> }).upcoming.some((event) => event.id === id),
    };
  },
  roster: async (place) => ({ variables: { eventId: (await shiftIn(place)).eventId } }),

  acceptOffer: byToken({ status: 'offered' }),
  addSignup: async (place) => ({ variables: { shiftId: (await shiftIn(place)).id, name: 'Ana', email: email() } }),
  cancelEvent: async (place) => ({ variables: { id: (await eventIn(place)).id, reason: 'The hall is flooded.' } }),
  cancelSignup: byToken(),
  confirmSignup: byToken({ proven: false }),
  copyEvent: async (place) => ({ variables: { id: (await shiftIn(place)).eventId } }),
  deleteEvent: async (place) => ({ variables: { id: (await eventIn(place, 'draft')).id } }),
  createCalendarFeed: byToken(),
  updateChapter: async ({ chapter }) => ({
    variables: { id: chapter.id, name: 'Fresno', timeZone: 'America/Los_Angeles', city: 'Fresno' },
  }),
  closeChapter: async ({ app }) => ({ variables: { id: (await aChapter(app.db)).id } }),
  reopenChapter: async ({ app }) => ({ variables: { id: (await aChapter(app.db)).id } }),
  createChapter: () => ({ variables: { name: 'Fresno', timeZone: 'America/Los_Angeles', city: 'Fresno' } }),
  createEvent: (place) => ({ variables: { input: eventInput(place) } }),
  declineOffer: byToken({ status: 'offered' }),
  giveFeedback: async (place) => {
    const pastTimes = { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) };
    const event = await anEvent(place.app.db, { chapterId: place.chapter.id, ...pastTimes });
    const { id } = await aShift(place.app.db, { eventId: event.id });
    return { variables: { input: { token: await tokenFor(place, { shiftId: id }), rating: 5 } } };
  },
  publishEvent: async (place) => {
    const { id } = await eventIn(place, 'draft');
    await shiftIn(place, id);
    return { variables: { id } };
  },
  removeSignup: async (place) => ({ variables: { id: (await signupIn(place)).id } }),
  retryMail: async ({ app }) => {
    const [mail] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.mail (key, template, recipient, status, due_at)
       VALUES ($1, 'sign-in-code', 'ana@example.org', 'failed', now()) RETURNING id`,
      [randomUUID()],
    );
    return { variables: { id: mail!.id } };
  },
  revokeCalendarFeed: byToken(),
  signUp: async (place) => ({
    variables: { input: { shiftId: (await shiftIn(place)).id, name: 'Ana', email: email() } },
  }),
  signUpForShifts: async (place) => ({
    variables: { input: { shiftIds: [(await shiftIn(place)).id], person: { name: 'Ana', email: email() } } },
  }),
  updateEvent: async (place) => ({ variables: { id: (await eventIn(place, 'draft')).id, input: eventInput(place) } }),
  'updateEvent (to a chapter)': async (place) => {
    const { id } = await anEvent(place.app.db, { chapterId: place.home.id, status: 'draft' });
    return { variables: { id, input: eventInput(place) } };
  },
};

let nextStart = 0;

/** Named by the method and path of the controller. */
export const routeSamples: Record<string, MakeSample> = {
  ...advocacyRouteSamples,
  ...accountingRouteSamples,
  ...campaignRouteSamples,
  ...giftRouteSamples,
  ...schoolRouteSamples,
  ...siteRouteSamples,
  ...peoplesDataRouteSamples,
  ...recurringGiftRouteSamples,
  ...volunteerRouteSamples,
  ...hoursRouteSamples,
  ...learningRouteSamples,
  ...helpRouteSamples,
  ...mailboxRouteSamples,
  'GET /calendar/:token.ics': async (place) => {
    const feed = await place.app.graphql<{ createCalendarFeed: { url: string } }>(
      'mutation ($input: SignupTokenInput!) { createCalendarFeed(input: $input) { url } }',
      { input: { token: await tokenFor(place) } },
    );
    return { path: new URL(feed.data.createCalendarFeed.url).pathname };
  },
  'GET /events.ics': () => ({ path: '/events.ics' }),
  'GET /chapters/:slug.ics': (place) => ({ path: `/chapters/${place.chapter.slug}.ics` }),
  'GET /events/:slug.ics': async (place) => ({ path: `/events/${(await eventIn(place)).slug}.ics` }),
  'GET /events/:slug.ics (draft)': async (place) => ({ path: `/events/${(await eventIn(place, 'draft')).slug}.ics` }),
  'GET /s/:token.ics': async (place) => ({ path: `/s/${await tokenFor(place)}.ics` }),
  'GET /sso': () => ({ path: '/sso' }),
  'GET /sso/callback': () => ({ path: '/sso/callback?error=access_denied' }),
  'GET /dev/graphql': () => ({ path: '/dev/graphql' }),
  'GET /dev/graphql/*': () => ({ path: '/dev/graphql/main.js' }),
};
