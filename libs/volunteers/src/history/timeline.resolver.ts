import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '@upstander/identity';
import { Database, DateTimeScalar, Values } from '@upstander/platform';
import { seenIn, VolunteerAccess } from '../directory/volunteer-access.js';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { HistoryKind } from './history.entity.js';

@ObjectType({ description: "Something that happened to a volunteer's record." })
export class VolunteerEvent {
  @Field(() => ID) id!: string;
  @Field(() => HistoryKind, { description: 'What happened.' }) kind!: HistoryKind;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { nullable: true, description: 'Who did it; null for the volunteer.' }) by!: string | null;
  @Field(() => String, { nullable: true, description: 'A tag, names of fields or an id; never what was written.' })
  detail!: string | null;
}

@Resolver(() => VolunteerProfile)
export class TimelineResolver {
  constructor(
    private readonly db: Database,
    private readonly access: VolunteerAccess,
  ) {}

  @ResolveField(() => [VolunteerEvent], {
    description: 'What happened to the record, the latest first, as far as your chapters go; at most 200.',
  })
  timeline(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<VolunteerEvent[]> {
    const values = new Values([volunteer.id]);
    return this.db.query<VolunteerEvent & Record<string, unknown>>(
      `SELECT h.id::text, h.kind, h.at, a.name AS by, h.detail
       FROM volunteers.history h LEFT JOIN identity.account a ON a.id = h.by_account_id
       WHERE h.volunteer_id IN (SELECT o.id FROM volunteers.volunteer o WHERE o.id = $1 OR o.merged_into = $1)
         AND ${seenIn('h', this.access.chaptersOf(actor), values)}
       ORDER BY h.id DESC LIMIT 200`,
      values.list,
    );
  }
}
