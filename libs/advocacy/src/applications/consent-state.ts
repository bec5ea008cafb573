import { enumOf, type EnumOf } from '@upstander/platform';

export const ConsentState = enumOf(
  'ConsentState',
  'Status of a consent. A business can see data only while its consent is live.',
  {
    proposed: 'An advocate proposed the wording; the person has not agreed yet.',
    live: 'In effect.',
    expired: 'Past its end date.',
    revoked: 'The person withdrew it.',
  },
);
export type ConsentState = EnumOf<typeof ConsentState>;

export const ConsentMethod = enumOf('ConsentMethod', 'How a written consent was given.', {
  signed: 'Signed on paper.',
  by_code: 'Given online with the reply code.',
  electronically: 'Signed on a screen.',
});
export type ConsentMethod = EnumOf<typeof ConsentMethod>;
