import type { Tx } from '@upstander/platform';
import { daysBefore } from '../fundraising/days.js';
import { insert } from '../insert.js';
import { idOf } from '../random.js';
import { businessIdeas, type BusinessKey } from './business-ideas.js';
import type { BusinessIdea } from './business-steps.js';
import { runBusinessStory } from './business-story.js';

export const businessId = (key: BusinessKey): string => idOf('business', key);

/** The accounts of the logins exist already. */
const accountId = (email: string): string => idOf('account', email);

const ideas: Readonly<Record<BusinessKey, BusinessIdea>> = businessIdeas;
const keys = Object.keys(businessIdeas) as BusinessKey[];

export async function insertBusinesses(tx: Tx, now: Date): Promise<number> {
  await insertPeople(tx, now);
  await insert(
    tx,
    'opportunities.business',
    keys.map((key) => businessRow(key, daysBefore(now, ideas[key].registeredAgo))),
  );
  await insert(
    tx,
    'opportunities.member',
    keys.flatMap((key) => memberRows(key, now)),
  );
  for (const key of keys) {
    const { owner, domain, story, registeredAgo } = ideas[key];
    await runBusinessStory(
      tx,
      { id: businessId(key), ownerId: accountId(owner.email), domain, registeredAgo },
      story,
      now,
    );
  }
  return keys.length;
}

/** Members without a login sign in with an emailed code. */
async function insertPeople(tx: Tx, now: Date): Promise<void> {
  const people = keys.flatMap((key) => [ideas[key].owner, ...(ideas[key].editors ?? [])]);
  for (const { name, email } of people) {
    await tx.query(
      `INSERT INTO identity.account (id, email, name, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING`,
      [accountId(email), email, name, daysBefore(now, 400)],
    );
    await tx.query(
      `INSERT INTO identity."grant" (id, account_id, role) VALUES ($1, $2, 'business') ON CONFLICT DO NOTHING`,
      [idOf('grant', accountId(email)), accountId(email)],
    );
  }
}

function businessRow(key: BusinessKey, at: Date) {
  const { supervisor, domain, ...idea } = ideas[key];
  return {
    ...idea,
    id: businessId(key),
    country: 'US',
    website: `https://www.${domain}`,
    mailDomain: domain,
    supervisorName: supervisor.name,
    supervisorTitle: supervisor.title,
    supervisorPhone: supervisor.phone,
    status: 'submitted',
    statusReason: '',
    round: 1,
    evidenceSince: 1,
    renewing: false,
    submittedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

function memberRows(key: BusinessKey, now: Date) {
  const { owner, editors = [], registeredAgo } = ideas[key];
  const people = [{ ...owner, role: 'owner', frozen: false }, ...editors.map((one) => ({ ...one, role: 'editor' }))];
  return people.map(({ name, email, role, frozen }, i) => ({
    businessId: businessId(key),
    accountId: accountId(email),
    name,
    role,
    frozenAt: frozen ? daysBefore(now, 8) : null,
    frozenBy: frozen ? accountId('moderator@demo.example') : null,
    addedAt: daysBefore(now, registeredAgo - i),
  }));
}
