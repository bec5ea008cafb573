import { enumOf, type EnumOf } from '@upstander/platform';

export const MessageSender = enumOf('MessageSender', 'Author of a message.', {
  advocate: 'An advocate.',
  person: 'The applicant or client.',
  business: 'The business.',
});
export type MessageSender = EnumOf<typeof MessageSender>;
