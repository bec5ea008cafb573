import { enumOf, type EnumOf } from '@upstander/platform';

export const Feature = enumOf('Feature', 'A part of the application that an installation can switch off.', {
  fundraising: 'Gifts, fundraisers, and their accounting.',
  opportunities: 'Opportunities of businesses. People apply confidentially, which takes the sealed zone.',
  sealed_zone: 'Confidential applications and consultations, and the work of advocates.',
});
export type FeatureName = EnumOf<typeof Feature>;

/** Kinds of search results that belong to a feature. */
export const featureOfSearchKind: Readonly<Record<string, FeatureName>> = {
  campaign: 'fundraising',
  opportunity: 'opportunities',
};
