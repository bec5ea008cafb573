import { colorsPath } from '@upstander/api';
import { wordingVersion } from '@upstander/notifications';
import { SignedIds, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aMail } from './mails.js';
import { aNumber, useFakeSms } from './sms.js';
import { aMessageForm, aSiteMessage, messageWords } from './site-messages.js';
import { aConsent, aPhoto, photoWords } from './photos.js';

const farFuture = '2099-12-31';
const createLivePhoto = async ({ app }: Place) => aPhoto(app, { live: farFuture });
const consent = async ({ app }: Place, agreed: boolean) =>
  aConsent(app, (await aPhoto(app)).id, { endsOn: farFuture, agreed });
const linkTo = async (place: Place) => place.app.nest.get(SignedIds).sign('photo-consent', await consent(place, false));

const aPreferenceToken = async ({ db, nest }: Place['app']) =>
  nest.get(SignedIds).sign('notifications', (await aMail(db)).id);

const messageIn = ({ app, chapter }: Place) => aSiteMessage(app, chapter.id);

export const siteSamples: Record<string, MakeSample> = {
  siteMessageForm: () => ({}),
  sendSiteMessage: ({ app }) => ({
    variables: { input: { ...messageWords, email: `${randomUUID()}@example.org`, form: aMessageForm(app) } },
  }),
  siteMessages: ({ chapter }) => ({ variables: { filter: { chapterId: chapter.id } }, select: '{ totalCount }' }),
  smsLog: () => ({}),
  setSiteMessageStatus: async (place) => ({ variables: { id: await messageIn(place), status: 'ANSWERED' } }),
  deleteSiteMessage: async (place) => ({ variables: { id: await messageIn(place) } }),
  notificationPreferences: async ({ app }) => ({ variables: { token: await aPreferenceToken(app) } }),
  updateNotificationPreferences: async ({ app }) => ({
    variables: { input: { token: await aPreferenceToken(app), preferences: [] } },
  }),
  requestSmsCode: ({ app }) => {
    useFakeSms(app);
    return { variables: { input: { number: aNumber(), channel: 'TEXT', locale: 'EN', wordingVersion } } };
  },
  confirmSmsCode: () => ({ variables: { code: '000000' } }),
  updateSmsPreference: async ({ app }) => ({
    variables: { input: { token: await aPreferenceToken(app), channel: 'EMAIL' } },
  }),
  organizationSettings: () => ({}),
  updateOrganization: async ({ app }) => ({
    variables: {
      input: { name: `House ${randomUUID()}`, postalAddress: 'PO Box 1' },
      version: await settingsVersion(app.db, 'organization'),
    },
  }),
  emailWordings: () => ({}),
  emailWording: () => ({ variables: { slug: 'events:thank-you', locale: 'EN' } }),
  emailPreview: () => ({ variables: { slug: 'events:thank-you', locale: 'EN', texts: [] } }),
  updateEmailWording: async ({ app }) => ({
    variables: {
      slug: 'events:thank-you',
      locale: 'EN',
      texts: [{ key: 'heading', text: `Thank you ${randomUUID()}` }],
      version: await settingsVersion(app.db, 'email:events:thank-you:en'),
    },
  }),
  testEmailWording: () => ({ variables: { slug: 'events:thank-you', locale: 'EN', texts: [] } }),
  volunteeringRules: () => ({}),
  updateVolunteeringRules: async ({ app }) => ({
    variables: {
      input: {
        reminderDayBeforeAt: '11:00',
        reminderSameDayAt: '08:00',
        unconfirmedHours: 24,
        offerHours: 24,
        handOverHours: 72,
        checkInMinutes: 15,
        screeningWaitDays: 5,
        signupKeptDays: 1095,
        messageKeptDays: 730,
      },
      version: await settingsVersion(app.db, 'volunteering'),
    },
  }),
  allChapters: () => ({}),
  chapterPlaces: () => ({}),
  chapterPeople: ({ chapter }) => ({ variables: { slug: chapter.slug } }),
  myChapterPages: () => ({}),
  showMeOnChapter: ({ chapter }) => ({
    variables: { input: { chapterId: chapter.id, roleEn: 'Coordinator', roleEs: 'Coordinación' } },
  }),
  hideMeFromChapter: ({ chapter }) => ({ variables: { chapterId: chapter.id } }),
  teamMembers: () => ({}),
  managedTeamMembers: () => ({}),
  createTeamMember: () => ({ variables: { input: teamMember } }),
  updateTeamMember: async (place) => ({ variables: { id: await aTeamMember(place), input: teamMember } }),
  deleteTeamMember: async (place) => ({ variables: { id: await aTeamMember(place) } }),
  photos: () => ({ variables: { page: `/chapters/${randomUUID().slice(0, 8)}` } }),
  managedPhotos: () => ({ variables: { filter: { search: randomUUID() } }, select: '{ totalCount }' }),
  managedPhoto: async (place) => ({ variables: { id: (await createLivePhoto(place)).id } }),
  photosWithExpiringConsent: () => ({}),
  updatePhoto: async (place) => ({ variables: { id: (await createLivePhoto(place)).id, input: photoWords } }),
  deletePhoto: async (place) => ({ variables: { id: (await createLivePhoto(place)).id } }),
  placePhoto: async (place) => ({
    variables: { id: (await createLivePhoto(place)).id, page: `/chapters/${place.chapter.slug}` },
  }),
  takePhotoOff: async (place) => ({ variables: { id: (await createLivePhoto(place)).id, page: '/' } }),
  askPhotoConsent: async (place) => ({
    variables: {
      input: {
        photoId: (await createLivePhoto(place)).id,
        name: 'Ana',
        email: 'ana@example.org',
        method: 'LINK',
        endsOn: inTenMonths(place),
      },
    },
  }),
  withdrawPhotoConsent: async (place) => ({ variables: { id: (await createLivePhoto(place)).consentId } }),
  cancelPhotoConsent: async (place) => ({ variables: { id: await consent(place, false) } }),
  myPhotoConsent: async (place) => ({ variables: { token: await linkTo(place) } }),
  agreeToPhoto: async (place) => ({ variables: { input: { token: await linkTo(place), name: 'Ana Ruiz' } } }),
  withdrawMyPhotoConsent: async (place) => ({ variables: { input: { token: await linkTo(place) } } }),
};

const teamMember = { name: 'Alma Reyes', roleEn: 'Chair', roleEs: 'Presidenta', group: 'BOARD' };

async function aTeamMember({ app }: Place): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.team_member (name, role_en, role_es, team_group, created_at)
     VALUES ('Alma Reyes', 'Chair', 'Presidenta', 'board', $1) RETURNING id`,
    [app.clock.now()],
  );
  return row!.id;
}

async function settingsVersion(db: Database, subject: string): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) AS version FROM identity.settings_version WHERE subject = $1',
    [subject],
  );
  return row!.version;
}

async function aLogo({ app }: Place): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO identity.logo (width, height, sha256, bytes, created_at) VALUES (1, 1, 'x', 'x', $1) RETURNING id`,
    [app.clock.now()],
  );
  return row!.id;
}

const inTenMonths = ({ app }: Place) =>
  new Date(app.clock.now().valueOf() + 300 * 86_400_000).toISOString().slice(0, 10);
const pdf = Uint8Array.from(Buffer.from('%PDF-1.7\n%'));
const gif = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));

export const siteRouteSamples: Record<string, MakeSample> = {
  'GET /livez': () => ({ path: '/livez' }),
  'GET /healthz': () => ({ path: '/healthz' }),
  'GET /health': () => ({ path: '/health' }),
  'GET /readyz': () => ({ path: '/readyz' }),
  'GET /.well-known/security.txt': () => ({ path: '/.well-known/security.txt' }),
  'GET /exports/site-messages.csv': () => ({ path: '/exports/site-messages.csv' }),
  'POST /logo': () => ({ path: '/logo', body: gif, headers: { 'content-type': 'image/gif' } }),
  'GET /logo/:id.png': async (place) => ({ path: `/logo/${await aLogo(place)}.png` }),
  'GET /colors/:hash.css': ({ app }) => {
    app.config.decide({ ACTION_COLOR: '#5a2d82' });
    return { path: colorsPath(app.config)! };
  },
  'POST /photos': () => ({ path: '/photos', body: gif, headers: { 'content-type': 'image/gif' } }),
  'GET /photos/:file': async (place) => ({ path: `/photos/${(await createLivePhoto(place)).id}.webp` }),
  'GET /asked-photos/:token.webp': async (place) => ({
    path: `/asked-photos/${await linkTo(place)}.webp`,
  }),
  'POST /photo-consents/:id/paper': async ({ app }) => {
    const { id } = await aPhoto(app);
    const [row] = await app.db.query<{ id: string }>(
      `INSERT INTO outreach.photo_consent (photo_id, name, phone, way, for_sharing, for_print, ends_on, created_at)
       VALUES ($1, 'Bo', '+13105550123', 'paper', false, false, $2::date, $3) RETURNING id`,
      [id, farFuture, app.clock.now()],
    );
    return { path: `/photo-consents/${row!.id}/paper`, body: pdf, headers: { 'content-type': 'application/pdf' } };
  },
  'GET /photo-consents/:id/paper': async (place) => ({
    path: `/photo-consents/${(await createLivePhoto(place)).consentId}/paper`,
  }),
};
