import pg from 'pg';
import { campaignOperations as does, Desk } from '@upstander/tests/support/campaigns.js';
import { aBeneficiary, aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { aPendingGift } from '@upstander/tests/support/gifts.js';
import { raceAtLock } from '@upstander/tests/support/lock-races.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now, { config: { FUNDRAISING_MODE: 'named-beneficiaries' } });
});
afterAll(() => desk.close());

describe('the beneficiary of a campaign', () => {
  const change = (id: string, beneficiaryId: string) =>
    desk.refusal('organizer', does.update, { input: { id, beneficiaryId } });

  test('can change until the first gift', async () => {
    const other = await aBeneficiary(desk.app.db, { kind: 'partner' });
    const campaign = await aCampaign(desk.app.db, { chapterId: desk.chapterId });
    expect(await change(campaign.id, other.id)).toBeNull();
    expect(await change(campaign.id, campaign.beneficiaryId)).toBeNull();
    await aPaidGift(desk.app.db, { campaignId: campaign.id });
    expect(await change(campaign.id, other.id)).toBe('BENEFICIARY_LOCKED');
    expect(await desk.does('organizer', does.show, { id: campaign.id })).toMatchObject({
      beneficiary: { kind: 'OWN' },
    });
    // Everything else can still be changed.
    const input = { id: campaign.id, title: 'More beds', beneficiaryId: campaign.beneficiaryId };
    expect(await desk.does('organizer', does.update, { input })).toMatchObject({ title: 'More beds' });
  });

  test('is also locked in the database, as is the time of the first gift', async () => {
    const other = await aBeneficiary(desk.app.db, { kind: 'partner' });
    const { campaignId } = await aPaidGift(desk.app.db);
    const set = (what: string) =>
      desk.app.db.query(`UPDATE fundraising.campaign SET ${what} WHERE id = $1`, [campaignId]);
    const locked = { constraint: 'beneficiary_locked' };
    await expect(set(`beneficiary_id = '${other.id}'`)).rejects.toMatchObject(locked);
    await expect(set('first_gift_at = NULL')).rejects.toMatchObject(locked);
    await expect(set(`currency = 'MXN'`)).rejects.toMatchObject(locked);
    // Control: only this trigger prevents the change.
    await runAsOwner(desk.app, 'ALTER TABLE fundraising.campaign DISABLE TRIGGER campaign_keeps_beneficiary');
    try {
      await set(`beneficiary_id = '${other.id}'`);
    } finally {
      await runAsOwner(desk.app, 'ALTER TABLE fundraising.campaign ENABLE TRIGGER campaign_keeps_beneficiary');
    }
  });

  test('is locked while a gift is being paid, because its donor has read who receives it', async () => {
    const other = await aBeneficiary(desk.app.db, { kind: 'partner' });
    const campaign = await aCampaign(desk.app.db, { chapterId: desk.chapterId });
    const { id: giftId } = await aPendingGift(desk.app.db, { campaignId: campaign.id });
    expect(await change(campaign.id, other.id)).toBe('BENEFICIARY_LOCKED');
    await desk.app.db.query(`UPDATE fundraising.gift SET status = 'expired' WHERE id = $1`, [giftId]);
    expect(await change(campaign.id, other.id)).toBeNull();
  });

  describe('while a gift is being started', () => {
    const begin = `INSERT INTO fundraising.gift (campaign_id, name, method, source, status, currency, intended_minor,
        charged_minor, created_at) VALUES ($1, 'Ana', 'stripe', 'site', 'pending', 'USD', 500, 500, $2)`;
    const swap = 'UPDATE fundraising.campaign SET beneficiary_id = $2 WHERE id = $1';

    test('waits for the gift and then cannot change', async () => {
      const other = await aBeneficiary(desk.app.db, { kind: 'partner' });
      const { id } = await aCampaign(desk.app.db, { chapterId: desk.chapterId });
      const gift = { sql: begin, values: [id, now] };
      const [change] = await raceAtLock(desk.app.config.DATABASE_URL, gift, [{ sql: swap, values: [id, other.id] }]);
      expect(change!.status).toBe('rejected');
    });

    test('would change under the gift without the lock', async () => {
      const { db, config } = desk.app;
      const body = `SELECT pg_get_functiondef('fundraising.keep_beneficiary'::regproc) AS body`;
      const [whole] = await db.query<{ body: string }>(body);
      const without = whole!.body.replace(/PERFORM FROM fundraising\.campaign[^;]*FOR UPDATE;/, '');
      expect(without).not.toContain('FOR UPDATE');
      const other = await aBeneficiary(db, { kind: 'partner' });
      const { id } = await aCampaign(db, { chapterId: desk.chapterId });
      const donor = new pg.Client({ connectionString: config.DATABASE_URL });
      await donor.connect();
      await runAsOwner(desk.app, without);
      try {
        await donor.query('BEGIN');
        await donor.query(begin, [id, now]);
        await db.query(swap, [id, other.id]);
        await donor.query('COMMIT');
      } finally {
        await runAsOwner(desk.app, whole!.body);
        await donor.end();
      }
    });
  });
});
