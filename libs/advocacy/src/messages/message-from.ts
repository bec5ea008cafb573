import { enumOf, type EnumOf } from '@upstander/platform';

export const MessageFrom = enumOf('MessageFrom', 'Who wrote a message.', {
  advocate: 'The advocate.',
  person: 'The person.',
  business: 'The business.',
});
export type MessageFrom = EnumOf<typeof MessageFrom>;
