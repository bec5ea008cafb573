import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ComputedField, ConnectionOf, SeenBy } from '@upstander/platform';
import { Ask, AskChange } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';
import { AskDocument, AskNote, Contact, Lesson, Statute } from './ask-parts.entity.js';

@ObjectType({ description: 'An account that can own a school request.' })
export class SchoolAskOwner {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Name of the person.' }) name!: string;
}

@ObjectType('SchoolAskEvent', { description: 'An entry in the history of a school request, as shown to staff.' })
export class ManagedAskChange extends SeenBy(AskChange, 'anyone') {
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who did it; null for the requester or a removed account.',
  })
  by!: string | null;
}

@ObjectType('SchoolAsk', { description: 'A school or district request, as shown to staff.' })
export class ManagedAsk extends SeenBy(Ask, 'staff') {
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the responsible chapter; null for the organization.',
  })
  chapterName!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the owner.' }) ownerName!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the district in the directory.' })
  districtName!: string | null;
  @ComputedField(() => Boolean, { description: 'True if the school is fictional, for trying out the software.' })
  isFictional!: boolean;
  @ComputedField(() => Int, { description: 'Total number of students at its lessons, as reported by the school.' })
  students!: number;
  @ComputedField(() => Boolean, { description: 'True if the next step is due or overdue.' }) isDue!: boolean;
  @ComputedField(() => [SchoolAskStatus], { description: 'Statuses it can be changed to.' })
  nextStatuses!: SchoolAskStatus[];
}

@ObjectType({ description: 'A page of school requests, most recently updated first.' })
export class SchoolAskConnection extends ConnectionOf(ManagedAsk, 'SchoolAsk') {}

@ObjectType({ description: 'A contact with its school.' })
export class ListedSchoolContact extends SeenBy(Contact, 'anyone') {
  @ComputedField(() => String, { description: 'Name of the school or district.' }) school!: string;
}

@ObjectType({ description: 'A page of contacts, by name.' })
export class SchoolContactConnection extends ConnectionOf(ListedSchoolContact, 'SchoolContact') {}

/** Parts of a school request that are loaded on demand. */
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
