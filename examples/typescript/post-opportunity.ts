import { ask } from './ask.ts';

/** Posts an opportunity for the first approved business of the account. Moderators review it before it is published. */
const { myBusinesses } = await ask<{ myBusinesses: { id: string; status: string }[] }>(
  'query MyBusinesses { myBusinesses { id status } }',
);
const business = myBusinesses.find(({ status }) => status === 'APPROVED');
if (!business) throw new Error('No business of this account is approved.');

const { postOpportunity } = await ask<{ postOpportunity: { id: string; title: string; status: string } }>(
  'mutation Post($input: PostOpportunityInput!) { postOpportunity(input: $input) { id title status } }',
  {
    input: {
      businessId: business.id,
      idempotencyKey: `example/${business.id}/bakery-trainee`,
      opportunity: {
        kind: 'SKILLS_TRAINING',
        title: 'Learn to bake',
        description: 'Twelve weeks with a team of four. We show you everything, and you are paid from the first day.',
        language: 'EN',
        payMin: { amountMinor: 1_900, currency: 'USD' },
        payUnit: 'HOUR',
        hoursPerWeek: 30,
        schedule: 'Monday to Friday, 8:00 to 14:00',
        place: 'Fresno, CA',
        supervisorName: 'Ines Soto',
        trainingPaid: true,
        idNeeded: false,
        backgroundCheck: false,
        languages: ['en', 'es'],
      },
    },
  },
);
console.log(postOpportunity.title, postOpportunity.status);
