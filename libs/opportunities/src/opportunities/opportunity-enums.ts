import { registerEnumType } from '@nestjs/graphql';

export const OpportunityKind = {
  JOB: 'job',
  INTERNSHIP: 'internship',
  SKILLS_TRAINING: 'skills_training',
  OTHER: 'other',
} as const;
export type OpportunityKind = (typeof OpportunityKind)[keyof typeof OpportunityKind];
registerEnumType(OpportunityKind, { name: 'OpportunityKind', description: 'What is offered.' });

export const PayUnit = {
  HOUR: 'hour',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  YEAR: 'year',
  ONCE: 'once',
} as const;
export type PayUnit = (typeof PayUnit)[keyof typeof PayUnit];
registerEnumType(PayUnit, { name: 'PayUnit', description: 'What is paid for: an hour, a month, or the whole.' });

/** What may bring back harm; set by staff alone. */
export const HarmTag = {
  ISOLATED_SITE: 'isolated_site',
  DOMESTIC: 'domestic',
  ALCOHOL: 'alcohol',
  CASH_HANDLING: 'cash_handling',
  NIGHT: 'night',
} as const;
export type HarmTag = (typeof HarmTag)[keyof typeof HarmTag];
registerEnumType(HarmTag, {
  name: 'HarmTag',
  description: 'What somebody may want to stay away from; set by staff, never by the business.',
});

/** What stands in somebody's way and does not here. The words are those of opportunities.opportunity.eases. */
export const Barrier = {
  NO_ID: 'no_id',
  NO_BACKGROUND_CHECK: 'no_background_check',
  PAID_TRAINING: 'paid_training',
  CHILDCARE_HOURS: 'childcare_hours',
  TRANSPORT: 'transport',
  EQUIPMENT: 'equipment',
  NO_NIGHT: 'no_night',
} as const;
export type Barrier = (typeof Barrier)[keyof typeof Barrier];
registerEnumType(Barrier, {
  name: 'Barrier',
  description: 'What stands in the way elsewhere and does not here.',
  valuesMap: {
    NO_ID: { description: 'No identity papers are asked for.' },
    NO_BACKGROUND_CHECK: { description: 'No background check is made.' },
    PAID_TRAINING: { description: 'The time of training is paid.' },
    CHILDCARE_HOURS: { description: 'The hours fit school or childcare.' },
    TRANSPORT: { description: 'The business says how it helps people get there.' },
    EQUIPMENT: { description: 'The business gives clothes and equipment.' },
    NO_NIGHT: { description: 'Nobody works at night.' },
  },
});

export const OpportunityLanguage = { EN: 'en', ES: 'es' } as const;
export type OpportunityLanguage = (typeof OpportunityLanguage)[keyof typeof OpportunityLanguage];
registerEnumType(OpportunityLanguage, {
  name: 'OpportunityLanguage',
  description: 'The language an opportunity is written in.',
});
