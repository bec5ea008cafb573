import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Area, CurrentActor, accountName, type Actor } from '@upstander/identity';
import { Database, DateTimeScalar, Values } from '@upstander/platform';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { VolunteerProfile } from './managed-volunteer.js';
import { HistoryKind } from '../history/history.entity.js';

@ObjectType({ description: "An entry in a volunteer's history." })
export class VolunteerEvent {
  @Field(() => ID) id!: string;
  @Field(() => HistoryKind, { description: 'Kind of event.' }) kind!: HistoryKind;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { nullable: true, description: 'Name of the person who did it; null for the volunteer.' }) by!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'A tag, field names, or an ID; never text that someone wrote.' })
  detail!: string | null;
}

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class TimelineResolver {
  constructor(
    private readonly db: Database,
    private readonly access: VolunteerAccess,
  ) {}

  @ResolveField(() => [VolunteerEvent], {
    description: "History of the record as visible to the caller's chapters, newest first; at most 200.",
  })
  timeline(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<VolunteerEvent[]> {
    const values = new Values([volunteer.id]);
    return this.db.query<VolunteerEvent & Record<string, unknown>>(
      `SELECT h.id::text, h.kind, h.at, ${accountName('h.by_account_id')} AS by, h.detail
       FROM volunteers.history h
       WHERE h.volunteer_id IN (SELECT o.id FROM volunteers.volunteer o WHERE o.id = $1 OR o.merged_into = $1)
         AND ${isVisibleTo('h', this.access.chaptersOf(actor), values)}
       ORDER BY h.id DESC LIMIT 200`,
      values.list,
    );
  }
}
