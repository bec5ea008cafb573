import { enumOf, type EnumOf } from '@upstander/platform';

export const OpportunityKind = enumOf('OpportunityKind', 'What is offered.', {
  job: 'Paid work.',
  internship: 'For a limited time, to learn a trade.',
  skills_training: 'A course or an apprenticeship.',
  other: 'A mentor, equipment, anything else that helps.',
});
export type OpportunityKind = EnumOf<typeof OpportunityKind>;

export const PayUnit = enumOf('PayUnit', 'What is paid for: an hour, a month, or the whole.', {
  hour: 'For an hour.',
  day: 'For a day.',
  week: 'For a week.',
  month: 'For a month.',
  year: 'For a year.',
  once: 'For all of it, once.',
});
export type PayUnit = EnumOf<typeof PayUnit>;

export const HarmTag = enumOf(
  'HarmTag',
  'What somebody may want to stay away from; set by staff, never by the business.',
  {
    isolated_site: 'Far from other people.',
    domestic: 'In a private home.',
    alcohol: 'Alcohol is served or sold there.',
    cash_handling: 'Cash is handled.',
    night: 'At night.',
  },
);
export type HarmTag = EnumOf<typeof HarmTag>;

export const Barrier = enumOf('Barrier', 'What stands in the way elsewhere and does not here.', {
  no_id: 'No identity papers are asked for.',
  no_background_check: 'No background check is made.',
  paid_training: 'The time of training is paid.',
  childcare_hours: 'The hours fit school or childcare.',
  transport: 'The business says how it helps people get there.',
  equipment: 'The business gives clothes and equipment.',
  no_night: 'Nobody works at night.',
});
export type Barrier = EnumOf<typeof Barrier>;

export const OpportunityLanguage = enumOf('OpportunityLanguage', 'The language an opportunity is written in.', {
  en: 'English.',
  es: 'Spanish.',
});
export type OpportunityLanguage = EnumOf<typeof OpportunityLanguage>;
