import { InputType, ObjectType } from '@nestjs/graphql';
import { Choice, enumOf, type EnumOf, Flag, InputOf, LongText } from '@upstander/platform';

/** How long the name may be that somebody likes to be called by. */
export const mostOfAName = 80;

export const ContactChannel = enumOf(
  'ContactChannel',
  'A safe way to be reached. ADVOCATE: through their own advocate. CODE: they come back with their code.',
  {
    mail: 'By e-mail.',
    text: 'By text message.',
    call: 'By phone.',
    advocate: 'Through an advocate they know.',
    code: 'Not at all: they come back with their code.',
  },
);
export type ContactChannel = EnumOf<typeof ContactChannel>;

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
