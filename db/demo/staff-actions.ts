import type { Tx } from '@upstander/platform';
import { campaignId } from './fundraising/campaigns.js';
import { businessId } from './opportunities/businesses.js';
import { chapters } from './chapters.js';
import type { DemoEvent } from './events.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

const hour = 3_600_000;

export async function insertStaffActions(tx: Tx, events: readonly DemoEvent[], now: Date): Promise<void> {
  const [first, second] = events.filter(({ status }) => status === 'published');
  const actions: ReadonlyArray<
    readonly [who: string, operation: string, hoursAgo: number, about?: TargetRef, detail?: string]
  > = [
    ['admin', 'updateChapter', 2, { kind: 'chapter', id: chapters.la.id }],
    ['organizer', 'publishEvent', 5, first && { kind: 'event', id: first.id }],
    ['organizer', 'updateEvent', 7, first && { kind: 'event', id: first.id }],
    ['organizer', 'updateVolunteer', 8, { kind: 'volunteer', id: idOf('volunteer', 'ana') }],
    ['organizer', 'deleteEvent', 9, { kind: 'event', id: idOf('event', 'deleted draft') }],
    ['moderator', 'approveBusiness', 12, { kind: 'business', id: businessId('bakery') }],
    ['moderator', 'approveCampaign', 14, { kind: 'campaign', id: campaignId('nights') }],
    ['finance', 'export', 21, undefined, '/exports/ledger.csv'],
    ['finance', 'runLedgerCheck', 22],
    ['admin', 'retryMail', 27],
    ['organizer.ny', 'publishEvent', 30, second && { kind: 'event', id: second.id }],
    ['organizer.ny', 'noteExport', 31, undefined, 'volunteers'],
    ['moderator', 'verifyHelpLine', 52],
    ['admin', 'grantRole', 75, { kind: 'account', id: idOf('account', 'moderator@demo.example') }],
  ];
  const rows = actions.map(([who, operation, hoursAgo, about, detail], at) => ({
    id: idOf('staff-action', String(at)),
    at: new Date(now.valueOf() - hoursAgo * hour),
    accountId: idOf('account', `${who}@demo.example`),
    operation,
    requestId: idOf('request', String(at)),
    detail: detail ?? null,
    about,
  }));
  await insert(tx, 'identity.staff_action', rows);
  const things = rows.flatMap(({ id, at, about }) =>
    about ? [{ actionId: id, at, kind: about.kind, thingId: about.id }] : [],
  );
  await insert(tx, 'identity.staff_action_thing', things);
}

interface TargetRef {
  kind: string;
  id: string;
}
