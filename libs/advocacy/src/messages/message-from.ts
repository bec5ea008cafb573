import { enumOf, type EnumOf } from '@upstander/platform';

export const MessageFrom = enumOf('MessageFrom', 'Author of a message.', {
  advocate: 'An advocate.',
  person: 'The applicant or client.',
  business: 'The business.',
});
export type MessageFrom = EnumOf<typeof MessageFrom>;
