import { enumOf, type EnumOf } from '@upstander/platform';

export const ConsentState = enumOf('ConsentState', 'Only a live consent lets a business see anything.', {
  proposed: 'An advocate proposed the words; the person has not said yes.',
  live: 'Valid now.',
  expired: 'Its time is over.',
  revoked: 'The person took it back.',
});
export type ConsentState = EnumOf<typeof ConsentState>;

export const ConsentHow = enumOf('ConsentHow', 'How a consent was given in writing.', {
  signed: 'Signed on paper.',
  by_code: 'In the product, by the reply code.',
  electronically: 'Signed on a screen.',
});
export type ConsentHow = EnumOf<typeof ConsentHow>;
