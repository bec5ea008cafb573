import { ShiftTimetables } from '@upstander/events';
import { listAdvocates } from '@upstander/advocacy';
import { AccessTokenSeals, sealNewWebhookSecret } from '@upstander/integrations';
import { RowSeals, Secrets, type Config, type Database, type Tx } from '@upstander/platform';
import { sealAllRows } from '../seal-rows.js';
import { accounts } from './accounts.js';
import { insertAttendance } from './attendance.js';
import { chapters } from './chapters.js';
import { insertCredentials } from './credentials.js';
import { insertDoorLinks } from './door-links.js';
import { insertDoorWaivers } from './door-waivers.js';
import { insertCoOrganizers } from './co-organizers.js';
import { insertCustomRoles } from './custom-roles.js';
import { events } from './events.js';
import { DemoClock } from './gifts/demo-clock.js';
import { insertCampaigns, insertGeneralFund, insertNews, stopCampaigns } from './fundraising/campaigns.js';
import { insert } from './insert.js';
import { insertArticleWork, insertCompletions } from './learning.js';
import { mailLog } from './mail-log.js';
import { insertBusinesses } from './opportunities/businesses.js';
import { insertOpportunities } from './opportunities/opportunities.js';
import { createPeople, addDuplicatePerson } from './people.js';
import { idOf, Random } from './random.js';
import { insertVolunteers, insertMemberships } from './volunteers.js';
import { insertGuests } from './guests.js';
import { insertWalkIn } from './walk-ins.js';
import { insertEventMessages, insertParticipantMessage } from './event-messages.js';
import { insertEligibilityRules } from './eligibility-rules.js';
import { handOverPlaces } from './hand-overs.js';
import { insertNotices } from './notices.js';
import { insertTexts } from './texts.js';
import { insertPeoplesData } from './peoples-data.js';
import { insertPhotos } from './photos.js';
import { insertShiftDesk } from './shift-desk.js';
import { insertSiteMessages } from './site-messages.js';
import { insertAccessTokens } from './access-tokens.js';
import { insertWebhooks } from './webhooks.js';
import { insertHelpLines } from './help-lines.js';
import { insertServices } from './services.js';
import { insertFeedback } from './feedback.js';
import { insertSchools } from './schools.js';
import { insertSchoolTalks } from './school-talks.js';
import { insertSeries } from './series.js';
import { insertStaffActions } from './staff-actions.js';
import { signups, type DemoSignup } from './signups.js';
import { insertTeam } from './team.js';
import { insertRegistrations } from './registrations.js';
import { insertStandingSignups } from './standing-signups.js';
import { insertShifts } from './shifts.js';

/** Demo data must never mix with real data. */
export class NotEmptyError extends Error {}

export interface DemoCounts {
  chapters: number;
  events: number;
  volunteers: number;
  signups: number;
  mails: number;
  campaigns: number;
  businesses: number;
  opportunities: number;
}

export interface DemoOptions {
  organization?: string;
  /**
   * True if gifts are simulated next (see gifts/). Stopped fundraisers are then still live, so that they can receive
   * gifts.
   */
  giftsFollow?: boolean;
}

/**
 * The result depends only on the day of `now`. Runs in one transaction.
 * @throws NotEmptyError if a chapter, an account or a volunteer exists.
 */
export async function loadDemo(
  db: Database,
  now: Date,
  config: Config,
  { organization = "Women's Rights Group", giftsFollow = false }: DemoOptions = {},
): Promise<DemoCounts> {
  const random = new Random(20_261_125);
  const logins = await accounts(new Secrets(config));
  const everybody = addDuplicatePerson(createPeople(random, 300));
  const planned = events(random, now);
  const made = signups(random, planned, everybody, now);
  const mails = mailLog(planned, made, now);
  const shifts = planned.flatMap((event) => event.shifts.map((shift) => ({ ...shift, ...counters(made, shift.id) })));

  const { advocates, campaigns, businesses, opportunities } = await db.transaction(async (tx) => {
    await refuseUnlessEmpty(tx);
    await insert(
      tx,
      'identity.chapter',
      Object.values(chapters).map((chapter) => ({ ...chapter, contactEmail: chapter.contact.email })),
    );
    await insert(
      tx,
      'identity.account',
      logins.map((login) => ({
        ...login,
        totpConfirmedAt: login.totpSealed && now,
        totpSecretSealed: login.totpSealed,
        createdAt: subtractTwoYears(now),
        vouchedAt: subtractTwoYears(now),
      })),
    );
    await insert(
      tx,
      'identity."grant"',
      logins.map(({ id, role, chapterId }) => ({
        id: idOf('grant', id),
        accountId: id,
        role,
        chapterId,
        byCommandLine: true,
        createdAt: subtractTwoYears(now),
      })),
    );
    await insertCustomRoles(tx, logins, subtractTwoYears(now));
    await insertStaffActions(tx, planned, now);
    const proven = firstProof(made);
    await insertVolunteers(tx, everybody, { proven, now });
    await insert(tx, 'events.event', planned);
    await insertCoOrganizers(tx, logins, planned, now);
    const skills = new Map(
      (await tx.query<{ id: string; name: string }>('SELECT id, name FROM volunteers.term')).map((t) => [t.name, t.id]),
    );
    await insertShifts(
      tx,
      shifts.map(({ skill, ...shift }) => ({ ...shift, skillIds: skill ? [skills.get(skill)!] : [] })),
    );
    await insert(
      tx,
      'events.signup',
      made.map((signup) => ({ ...signup, ...signupColumns(signup) })),
    );
    await handOverPlaces(tx, now);
    await insertFeedback(tx, made, now);
    await insert(
      tx,
      'notifications.mail',
      mails.map((mail) => ({ ...mail, createdAt: mail.dueAt })),
    );
    await insertWalkIn(tx, now);
    await insertAttendance(tx, now);
    await insertMemberships(tx, everybody, now);
    await insertEligibilityRules(tx, now);
    await insertCredentials(tx, now);
    await insertDoorWaivers(tx, now);
    await insertDoorLinks(tx, now);
    await insertEventMessages(tx, now);
    await insertShiftDesk(tx, now);
    await insertSchools(tx, now);
    await insertSchoolTalks(tx, now);
    await insertGuests(tx, now);
    await insertArticleWork(tx, now);
    await insertCompletions(tx, now);
    await new ShiftTimetables(new DemoClock(config, now), config).set(
      tx,
      shifts.map((shift) => shift.id),
    );
    await insertSeries(tx, now, config);
    await insertStandingSignups(tx, now);
    await insertRegistrations(tx, now);
    await insertParticipantMessage(tx, now);
    await insertServices(tx, now);
    await insertHelpLines(tx, now);
    await insertPhotos(tx, now);
    await insertNotices(tx, mails, now);
    await insertTexts(tx, mails, { now, organization: config.ORGANIZATION_NAME });
    await insertSiteMessages(tx, now);
    await insertTeam(tx, now);
    await insertWebhooks(tx, now, (id) => sealNewWebhookSecret(new Secrets(config), id));
    await insertAccessTokens(tx, now, new AccessTokenSeals(new RowSeals(config)));
    await insertPeoplesData(tx, now);
    const inserted = {
      campaigns: await insertCampaigns(tx, now, organization),
      businesses: await insertBusinesses(tx, now),
      opportunities: await insertOpportunities(tx, now),
    };
    await insertGeneralFund(tx, now, organization);
    if (!giftsFollow) {
      await insertNews(tx, now);
      await stopCampaigns(tx, now, now);
    }
    return { ...inserted, advocates: await sealAllRows(tx, config) };
  });
  await listAdvocates(config, advocates);
  return {
    chapters: Object.keys(chapters).length,
    events: planned.length,
    volunteers: everybody.length,
    signups: made.length,
    mails: mails.length,
    campaigns,
    businesses,
    opportunities,
  };
}

async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  const [found] = await tx.query<{ something: boolean }>(
    `SELECT EXISTS (SELECT FROM identity.chapter) OR EXISTS (SELECT FROM identity.account)
       OR EXISTS (SELECT FROM volunteers.volunteer) AS something`,
  );
  if (found?.something) throw new NotEmptyError('The database is not empty, so no demo data was loaded.');
}

function counters(made: readonly DemoSignup[], shiftId: string) {
  const here = made.filter((signup) => signup.shiftId === shiftId);
  const drawn = here.filter((signup) => signup.lineNumber !== null).length;
  return {
    taken: here.filter(({ status }) => status === 'confirmed' || status === 'offered').length,
    waiting: here.filter(({ status }) => status === 'waitlisted').length,
    nextInLine: drawn + 1,
  };
}

function signupColumns({ person, told, startsAt, endsAt }: DemoSignup) {
  return {
    volunteerId: person.id,
    name: person.name,
    phone: person.phone,
    locale: person.locale,
    during: `[${startsAt.toISOString()},${endsAt.toISOString()})`,
    toldStatus: told.status,
    toldPosition: told.position,
  };
}

function firstProof(made: readonly DemoSignup[]): Map<string, Date> {
  const proofs = new Map<string, Date>();
  for (const { person, provenAt } of made) {
    const known = proofs.get(person.id);
    if (provenAt && (!known || provenAt < known)) proofs.set(person.id, provenAt);
  }
  return proofs;
}

/** Staff accounts are older than everything they did in the demo. */
function subtractTwoYears(now: Date): Date {
  return new Date(now.valueOf() - 2 * 365 * 86_400_000);
}
