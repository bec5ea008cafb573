import { eventChanges, signupChanges } from '@upstander/events';
import {
  campaignChanges,
  disbursementChanges,
  giftChanges,
  giftImportChanges,
  pageChanges,
  pledgeChanges,
  refundChanges,
  updateChanges,
} from '@upstander/fundraising';
import { dataRequestChanges, roleRequestChanges } from '@upstander/identity';
import { articleChanges, articleVersionChanges, courseChanges, serviceImportChanges } from '@upstander/learning';
import { businessChanges, opportunityChanges } from '@upstander/opportunities';
import { schoolAskChanges } from '@upstander/outreach';
import { credentialChanges, hoursChanges } from '@upstander/volunteers';
import type { QueryRunner } from 'typeorm';

/** The nouns whose states the database keeps to, by the words that their triggers say. */
const nouns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  article: articleChanges,
  article_version: articleVersionChanges,
  business: businessChanges,
  campaign: campaignChanges,
  course: courseChanges,
  data_request: dataRequestChanges,
  credential: credentialChanges,
  disbursement: disbursementChanges,
  event: eventChanges,
  gift: giftChanges,
  hours: hoursChanges,
  gift_import: giftImportChanges,
  opportunity: opportunityChanges,
  page: pageChanges,
  pledge: pledgeChanges,
  refund: refundChanges,
  role_request: roleRequestChanges,
  school_ask: schoolAskChanges,
  service_import: serviceImportChanges,
  signup: signupChanges,
  update: updateChanges,
};

/** Writes down what the maps say, for db/functions/platform/keep_status_changes.sql; a thing that begins comes from no state. */
export async function writeStatusChanges(runner: QueryRunner): Promise<void> {
  const rows = Object.entries(nouns).flatMap(([noun, changes]) =>
    Object.entries(changes).flatMap(([from, states]) =>
      states.map((to) => [noun, from === 'begins' ? '' : from, to] as const),
    ),
  );
  await runner.query(
    `WITH said AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS s (noun, from_status, to_status)),
       gone AS (DELETE FROM platform.status_change c
         WHERE (c.noun, c.from_status, c.to_status) NOT IN (SELECT s.noun, s.from_status, s.to_status FROM said s))
     INSERT INTO platform.status_change (noun, from_status, to_status) SELECT * FROM said ON CONFLICT DO NOTHING`,
    [rows.map(([noun]) => noun), rows.map(([, from]) => from), rows.map(([, , to]) => to)],
  );
}
