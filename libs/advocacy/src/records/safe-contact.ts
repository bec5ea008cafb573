import { InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Choice, Flag, InputOf, LongText } from '@upstander/platform';

/** How long the name may be that somebody likes to be called by. */
export const mostOfAName = 80;

export const ContactChannel = {
  MAIL: 'mail',
  TEXT: 'text',
  CALL: 'call',
  ADVOCATE: 'advocate',
  CODE: 'code',
} as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];
registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'A safe way to be reached. ADVOCATE: through their own advocate. CODE: they come back with their code.',
});

@ObjectType({ description: 'How the person can be reached safely.' })
export class SafeContact {
  @Choice(ContactChannel, { seenBy: 'anyone' }) channel!: ContactChannel;
  @LongText({ seenBy: 'anyone', max: 200, nullable: true }) value!: string | null;
  @LongText({ seenBy: 'anyone', max: 200, nullable: true, description: 'When it is safe.' }) when!: string | null;
  @Flag({ seenBy: 'anyone', nullable: true, description: 'Whether a message may be left; null: not said.' })
  mayLeaveMessage!: boolean | null;
}

@InputType({ description: 'How the person can be reached safely.' })
export class SafeContactInput extends InputOf(SafeContact, {
  required: ['channel'],
  optional: ['value', 'when', 'mayLeaveMessage'],
  words: {
    value: 'The address or number: needed for MAIL, TEXT and CALL.',
    mayLeaveMessage: 'Whether a message may be left.',
  },
}) {}
