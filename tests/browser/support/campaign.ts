import { SignedIds } from '@upstander/platform';
import type { TestApp } from '../../support/app.js';
import { aCampaign, aPage, aPaidGift } from '../../support/factories.fundraising.js';
import { anEvent, aShift } from '../../support/factories.js';

const story = `Maribel came to us in March with one bag and her daughter's hand in hers.

Twelve beds stand empty in a house that is safe, because nobody has paid for the locks, the linen and the night staff.

## What your gift does

- **$25** is a night
- **$100** is a lock, a key and a week of linen
- **$500** is a month of one bed

> “The first night I slept, I slept for eleven hours.”`;

/** Creates a full campaign: gifts with and without names, a team, a personal page, an event and a disbursement. */
export async function createFullCampaign(
  app: TestApp,
): Promise<{ id: string; slug: string; team: string; person: string }> {
  const campaign = await aCampaign(app.db, {
    title: 'Twelve beds before the rains come',
    summary:
      'A house in Boyle Heights has room for twelve women and their children. It needs locks, linen and a night shift.',
    story,
    goalMinor: 2_000_000,
    endsOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
  });
  const team = await aPage(app.db, {
    campaignId: campaign.id,
    kind: 'team',
    title: 'Nurses of County General',
    ownerName: 'Teresa Vu',
    goalMinor: 300_000,
  });
  const person = await aPage(app.db, {
    campaignId: campaign.id,
    teamId: team.id,
    title: 'Mina runs ten miles for beds',
  });
  const at = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  const gifts = [
    { name: 'Ana Reyes', intendedMinor: 25_000, coverMinor: 781, message: 'For the women who come after my sister.' },
    { name: 'Jordan Kim', intendedMinor: 5_000, pageId: person.id },
    { name: 'Secret Person', intendedMinor: 100_000, coverMinor: 3017, anonymous: true, message: 'Keep going.' },
    { name: 'Bea Okafor', intendedMinor: 2_500, pageId: team.id },
    { name: 'Harbor Bakery', intendedMinor: 350_000, message: 'From all of us at the ovens.' },
    { name: 'Lía Montes', intendedMinor: 10_000, message: 'Con cariño desde Fresno.' },
  ];
  for (const [n, gift] of gifts.entries()) {
    await aPaidGift(app.db, { campaignId: campaign.id, paidAt: at(gifts.length - n), ...gift });
  }
  await app.db.query('UPDATE fundraising.campaign SET suggested_amounts = $2 WHERE id = $1', [
    campaign.id,
    JSON.stringify([
      { amountMinor: '2500', text: 'a night', textEs: 'una noche' },
      { amountMinor: '50000', text: 'a month of one bed', textEs: '' },
    ]),
  ]);
  const event = await anEvent(app.db, { title: 'Beds and Bread: an open kitchen' });
  await aShift(app.db, { eventId: event.id, capacity: 8 });
  await app.db.query('UPDATE fundraising.campaign SET event_ids = $2 WHERE id = $1', [campaign.id, [event.id]]);
  return { ...campaign, team: team.slug, person: person.slug };
}

export function tokenOf(
  app: TestApp,
  purpose: 'gift' | 'recurring-gift' | 'giving' | 'campaign' | 'page' | 'stop-updates',
  id: string,
): string {
  return app.nest.get(SignedIds, { strict: false }).sign(purpose, id);
}
