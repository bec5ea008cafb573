import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, SettingsChange, type LocaleName } from '@upstander/identity';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import type { FixedReason } from './editable-texts.js';
import type { TextKind } from './email-texts.js';
import type { TextFaultReason } from './icu-message.js';

export const FixedTextReason = enumOf('FixedTextReason', 'Why a text of an email cannot be edited.', {
  safety: 'It protects the people who use our services.',
  security: 'It warns people about changes to their access.',
  law: 'The law prescribes it.',
  unsubscribe: 'It unsubscribes the recipient.',
});
export const EmailTextKind = enumOf('EmailTextKind', 'Use of a text in an email.', {
  subject: 'Subject line.',
  heading: 'Heading.',
  button: 'Label of a button.',
  label: 'Label of a fact.',
  text: 'Paragraph.',
});
export const EmailTextFaultReason = enumOf('EmailTextFaultReason', 'Why a text cannot be used.', {
  required: 'It is empty.',
  'too-long': 'It is too long; the name is the limit.',
  'line-break': 'It must be on one line.',
  'not-writable': 'It contains a control character.',
  syntax: 'It is not an ICU message.',
  unsupported: 'It uses a feature of ICU messages that emails do not support.',
  'unknown-placeholder': 'The email has no such placeholder.',
  'wrong-use': 'The placeholder has another type, or may be missing here.',
  'unknown-option': 'The placeholder does not have this option.',
  'missing-plural': 'A plural form of the language is missing.',
  'missing-placeholder': 'A placeholder that recipients need is missing.',
});

@ObjectType({ description: 'Why a text of an email cannot be used.' })
export class EmailTextFault {
  @Field(() => String, { description: 'Key of the text.' }) key!: string;
  @Field(() => EmailTextFaultReason) reason!: EnumOf<typeof EmailTextFaultReason> & TextFaultReason;
  @Field(() => Int, { nullable: true, description: 'Offset in the text; null if the whole text is meant.' })
  at!: number | null;
  @Field(() => String, { nullable: true, description: 'Placeholder, option, plural form or limit that is meant.' })
  name!: string | null;
}

@ObjectType({ description: 'A value that the system fills in.' })
export class EmailPlaceholder {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'Explanation, in the language of the caller; empty if unknown.' })
  meaning!: string;
  @Field(() => String, { description: 'ICU text that inserts it.' }) insert!: string;
  @Field(() => Boolean, { description: 'True if the text has to mention it.' }) isRequired!: boolean;
}

@ObjectType({ description: 'A text of an email in one language.' })
export class EmailWordingText {
  @Field(() => String, { description: 'Key within the email, for example `subject`.' }) key!: string;
  @Field(() => EmailTextKind) kind!: TextKind;
  @Field(() => String, { description: 'Current ICU message.' }) text!: string;
  @Field(() => String, { description: 'ICU message of this release.' }) original!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Original that the current text replaced, if a later release changed it; null otherwise.',
  })
  formerOriginal!: string | null;
  @Field(() => FixedTextReason, { nullable: true, description: 'Why it cannot be edited; null if it can.' })
  fixed!: FixedReason | null;
  @Field(() => EmailTextFault, {
    nullable: true,
    description: 'Why the original is sent instead of a changed text that this release cannot use; null otherwise.',
  })
  fault!: EmailTextFault | null;
  @Field(() => Int, { description: 'Longest allowed text.' }) longest!: number;
  @Field(() => [EmailPlaceholder], { description: 'Placeholders that the text may use.' })
  placeholders!: EmailPlaceholder[];
}

@ObjectType({ description: 'An email whose texts admins can change.' })
export class EmailSummary {
  @Field(() => String, { description: 'Stable name, for example `events:thank-you`.' }) slug!: string;
  @Field(() => String, { description: 'Library that sends it, for example `events`.' }) area!: string;
  @Field(() => String, { description: 'Name, in the language of the caller.' }) name!: string;
  @Field(() => String, { description: 'When it is sent, in the language of the caller.' }) sentWhen!: string;
  @Field(() => FixedTextReason, { nullable: true, description: 'Why it cannot be edited; null if it can.' })
  fixed!: FixedReason | null;
  @Field(() => [Locale], { description: 'Languages with changed texts.' }) changedIn!: LocaleName[];
  @Field(() => [Locale], { description: 'Languages with a changed text whose original a release changed later.' })
  outdatedIn!: LocaleName[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed; null if never.' })
  changedAt!: Date | null;
}

@ObjectType({ description: 'The texts of an email in one language, with their history.' })
export class EmailWording extends EmailSummary {
  @Field(() => Locale) locale!: LocaleName;
  @Field(() => Int, { description: 'Version to send with an update; 0 if nothing was saved yet.' }) version!: number;
  @Field(() => [EmailWordingText], { description: 'The texts of the email, in order.' }) texts!: EmailWordingText[];
  @Field(() => [SettingsChange], { description: 'The latest 50 saves, newest first.' }) history!: SettingsChange[];
}

@InputType({ description: 'A new text of an email.' })
export class EmailTextInput {
  @Field(() => String, { description: 'Key of the text.' }) key!: string;
  @Field(() => String, { description: 'ICU message. The original resets the text.' }) text!: string;
}

@ObjectType({ description: 'An email with example data.' })
export class EmailPreview {
  @Field(() => String, { description: 'Subject line.' }) subject!: string;
  @Field(() => String, { description: 'The email as HTML.' }) html!: string;
  @Field(() => String, { description: 'The email as plain text.' }) text!: string;
  @Field(() => [EmailTextFault], { description: 'Texts that cannot be used. The preview has their original.' })
  faults!: EmailTextFault[];
}

@ObjectType({ description: 'A test of changed texts.' })
export class EmailWordingTest {
  @Field(() => String, { description: 'Stable name of the email.' }) slug!: string;
  @Field(() => String, { description: 'Email address that the test was sent to.' }) email!: string;
}
