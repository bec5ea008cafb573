import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Answer, ConnectionOf, SeenBy } from '@upstander/platform';
import { Ask, AskChange } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';
import { AskDocument, AskNote, Contact, Lesson, Statute } from './ask-parts.entity.js';

@ObjectType({ description: 'An account that can look after an ask.' })
export class SchoolAskOwner {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'What they are called.' }) name!: string;
}

@ObjectType('SchoolAskEvent', { description: 'Something that happened to an ask, and who did it.' })
export class ManagedAskChange extends SeenBy(AskChange, 'anyone') {
  @Answer(() => String, {
    nullable: true,
    description: 'Who did it; null for whoever asked, and for an account that is gone.',
  })
  by!: string | null;
}

@ObjectType('SchoolAsk', { description: 'A school or a district that is asked, as staff see it.' })
export class ManagedAsk extends SeenBy(Ask, 'staff') {
  @Answer(() => String, { nullable: true, description: 'The chapter that looks after it; null for the organisation.' })
  chapterName!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who looks after it.' }) ownerName!: string | null;
  @Answer(() => String, { nullable: true, description: 'The district of the directory it belongs to, or is.' })
  districtName!: string | null;
  @Answer(() => Boolean, { description: 'Whether its school was made up, to try this software out.' }) madeUp!: boolean;
  @Answer(() => Int, { description: 'Students at its lessons in all, as the school says.' }) students!: number;
  @Answer(() => Boolean, { description: 'Whether the next step is due today, or was before.' }) isDue!: boolean;
  @Answer(() => [SchoolAskStatus], { description: 'Where it may go from here.' }) mayGoTo!: SchoolAskStatus[];
}

@ObjectType({ description: 'A page of asks, the last changed first.' })
export class SchoolAskConnection extends ConnectionOf(ManagedAsk, 'SchoolAsk') {}

@ObjectType({ description: 'A contact with the school it is of.' })
export class ListedSchoolContact extends SeenBy(Contact, 'anyone') {
  @Answer(() => String, { description: 'The school or the district.' }) school!: string;
}

@ObjectType({ description: 'A page of contacts, by name.' })
export class SchoolContactConnection extends ConnectionOf(ListedSchoolContact, 'SchoolContact') {}

/** What hangs on an ask and is looked up when its page asks for it. */
export interface AskParts {
  contacts: Contact[];
  notes: AskNote[];
  documents: AskDocument[];
  lessons: Lesson[];
  shiftIds: string[];
  statutes: Statute[];
  events: ManagedAskChange[];
  owners: SchoolAskOwner[];
}
