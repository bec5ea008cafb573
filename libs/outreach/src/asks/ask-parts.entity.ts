import { ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Bytes,
  Codes,
  Count,
  Email,
  Id,
  Instant,
  LocalDate,
  LongText,
  PersonName,
  Phone,
  Ref,
  Text,
  WebAddress,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'anyone';

/** Somebody at a school or a district. */
@ObjectType('SchoolContact', { description: 'Somebody at a school or a district.' })
@Entity({ schema: 'outreach', name: 'contact' })
export class Contact {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, description: 'The ask they were found for.' }) askId!: string;
  @PersonName({ seenBy, max: 80, required: true, description: 'What they are called.' }) name!: string;
  @Text({ seenBy, max: 100, description: 'What they are there, such as principal.' }) role!: string;
  @Email({ seenBy, nullable: true, description: 'Where they are written to.' }) email!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Where they are called.' }) phone!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
}

/** What staff wrote about an ask. */
@ObjectType('SchoolNote', { description: 'What staff wrote about an ask.' })
@Entity({ schema: 'outreach', name: 'note' })
export class AskNote {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @LongText({ seenBy, max: 2_000, required: true, description: 'As it was written, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who wrote it; null for an account that is gone.' })
  author!: string | null;
  @Answer(() => Boolean, { description: 'Whether whoever asks may delete it: its author and admins may.' })
  mayDelete!: boolean;
  @Instant({ seenBy }) createdAt!: Date;
}

/** A document of an ask: a commitment, a protocol. Kept byte for byte, because it shows what was agreed. */
@ObjectType('SchoolDocument', { description: 'A document of an ask, such as a commitment or a protocol.' })
@Entity({ schema: 'outreach', name: 'document' })
export class AskDocument {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @Text({ seenBy, max: 200, required: true, description: 'The name of the file.' }) fileName!: string;
  @Bytes() sha256!: Buffer;
  /** Null for one that lies in the bucket. */
  @Bytes({ nullable: true }) bytes!: Buffer | null;
  @Count({ seenBy, description: 'How many bytes it has.' }) size!: number;
  @Ref({ nullable: true }) uploadedBy!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who added it; null for an account that is gone.' })
  by!: string | null;
  @Answer(() => String, { description: 'Where it is downloaded.' }) url!: string;
  @Instant({ seenBy }) createdAt!: Date;
}

/** A lesson that was held. The number of students is what the school says: nobody of us counted. */
@ObjectType('SchoolLesson', { description: 'Lessons that were held, as the school reports them.' })
@Entity({ schema: 'outreach', name: 'lesson' })
export class Lesson {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @LocalDate({ seenBy, description: 'The day, or the last one of several.' }) taughtOn!: string;
  @Count({ seenBy, min: 1, max: 100_000, description: 'How many students were there, as the school says.' })
  students!: number;
  @Text({ seenBy, max: 200, required: true, description: 'What was taught, such as the name of a curriculum.' })
  curriculum!: string;
  @Ref({ nullable: true }) recordedBy!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
}

/** That a shift of an event helps with an ask: volunteers sign up for it as for any other. */
@Entity({ schema: 'outreach', name: 'ask_shift' })
export class AskShift {
  @PrimaryColumn('uuid') askId!: string;
  @PrimaryColumn('uuid') shiftId!: string;
  @Instant() createdAt!: Date;
}

/** A law that a letter can lean on. A fact with its source and year, to be looked at again: not legal advice. */
@ObjectType({ description: 'A law that asks something of schools: a fact with its source, not legal advice.' })
@Entity({ schema: 'outreach', name: 'statute' })
export class Statute {
  @PrimaryColumn('text') code!: string;
  @Text({ seenBy, max: 2, description: 'The state whose law it is, in two letters.' }) state!: string;
  @Text({ seenBy, max: 60, description: 'What it is called, such as AB 1227.' }) name!: string;
  @Count({ seenBy, description: 'The year it was passed.' }) year!: number;
  @Text({ max: 500 }) asksEn!: string;
  @Text({ max: 500 }) asksEs!: string;
  @Answer(() => String, { description: 'What it asks of schools, in one or two sentences.' }) asks!: string;
  @Codes({ seenBy, description: 'What kinds of duties: instruction, staff-training, inform-parents.' })
  duties!: string[];
  @Text({ seenBy, max: 100, description: 'Who publishes it.' }) publisher!: string;
  @WebAddress({ seenBy, description: 'Where to read it.' }) url!: string;
  @LocalDate({ seenBy, description: 'When we looked at it last.' }) checkedOn!: string;
}
