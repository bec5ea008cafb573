import { enumOf, type EnumOf } from '@upstander/platform';

export const OpportunityKind = enumOf('OpportunityKind', 'Kind of opportunity.', {
  job: 'Paid work.',
  internship: 'Time-limited work to learn a trade.',
  skills_training: 'A course or apprenticeship.',
  other: 'Other support, for example mentoring or equipment.',
});
export type OpportunityKind = EnumOf<typeof OpportunityKind>;

export const PayUnit = enumOf('PayUnit', 'Unit that the pay is stated for.', {
  hour: 'Per hour.',
  day: 'Per day.',
  week: 'Per week.',
  month: 'Per month.',
  year: 'Per year.',
  once: 'One-time payment for the whole job.',
});
export type PayUnit = EnumOf<typeof PayUnit>;

export const HarmTag = enumOf('HarmTag', 'A content warning for applicants, set by staff.', {
  isolated_site: 'An isolated site.',
  domestic: 'Work in a private home.',
  alcohol: 'Alcohol is served or sold.',
  cash_handling: 'The work involves handling cash.',
  night: 'Night work.',
});
export type HarmTag = EnumOf<typeof HarmTag>;

export const Barrier = enumOf('Barrier', 'A common barrier to employment that this opportunity removes.', {
  no_id: 'No ID documents required.',
  no_background_check: 'No background check.',
  paid_training: 'Training time is paid.',
  childcare_hours: 'Hours compatible with school or childcare.',
  transport: 'The business helps with transportation.',
  equipment: 'The business provides clothing and equipment.',
  no_night: 'No night work.',
});
export type Barrier = EnumOf<typeof Barrier>;

export const OpportunityLanguage = enumOf('OpportunityLanguage', 'Language an opportunity is written in.', {
  en: 'English.',
  es: 'Spanish.',
});
export type OpportunityLanguage = EnumOf<typeof OpportunityLanguage>;
