import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, ComputedField, enumOf, type EnumOf, Flag, InputOf, LongText } from '@upstander/platform';
import { NoticeChoice, NoticeChoiceInput } from './notice-choice.js';

export const maxNameLength = 80;

export const ContactChannel = enumOf('ContactChannel', 'A safe way to reach a person.', {
  mail: 'By email.',
  text: 'By text message.',
  call: 'By phone.',
  advocate: 'Through an advocate they already work with.',
  code: 'Do not contact; the person checks back with their code.',
});
export type ContactChannel = EnumOf<typeof ContactChannel>;

@ObjectType({ description: 'How to reach the person safely.' })
export class SafeContact {
  @Choice(ContactChannel, { seenBy: 'anyone' }) channel!: ContactChannel;
  @LongText({ seenBy: 'anyone', max: 200, nullable: true }) value!: string | null;
  @LongText({ seenBy: 'anyone', max: 200, nullable: true, description: 'When it is safe to contact the person.' })
  when!: string | null;
  @Flag({ seenBy: 'anyone', nullable: true, description: 'True if leaving a message is safe; null if not specified.' })
  mayLeaveMessage!: boolean | null;
  @ComputedField(() => NoticeChoice, {
    nullable: true,
    description: 'When and how an email or a text may announce a message; null for no notices.',
  })
  notice?: NoticeChoice | null;
}

@InputType({ description: 'How to reach the person safely.' })
export class SafeContactInput extends InputOf(SafeContact, {
  required: ['channel'],
  optional: ['value', 'when', 'mayLeaveMessage'],
  words: {
    value: 'Email address or phone number; required for MAIL, TEXT, and CALL.',
    mayLeaveMessage: 'True if leaving a message is safe.',
  },
}) {
  @Field(() => NoticeChoiceInput, {
    nullable: true,
    description: 'Turns on notices; only for MAIL and TEXT, if messages may be left, and only by the person.',
  })
  notice?: NoticeChoiceInput | null;
}
