import { Args, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Area, CurrentActor, type Actor } from '@upstander/identity';
import { Clock, selectList, Database, SeenBy } from '@upstander/platform';
import { VolunteerAccess, VolunteerProfile } from '@upstander/volunteers';
import { EventReads } from '../events/event-reads.js';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { waitlistPosition } from '../signups/locked-signup.js';
import { Signup } from '../signups/signup.entity.js';
import { signupTables } from '../shifts/shift-joins.js';

@ObjectType({ description: "A sign-up, as shown in a volunteer's record." })
export class VolunteerSignup extends SeenBy(Signup, 'staff') {
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
}

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class VolunteerSignupResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly events: EventReads,
  ) {}

  @ResolveField(() => [VolunteerSignup], {
    description:
      "The volunteer's sign-ups in the caller's chapters, at most 200: upcoming ones soonest first, or past ones.",
  })
  async signups(
    @CurrentActor() actor: Actor,
    @Parent() volunteer: VolunteerProfile,
    @Args('past', { type: () => Boolean, defaultValue: false, description: 'True for past sign-ups, newest first.' })
    past: boolean,
  ): Promise<VolunteerSignup[]> {
    const chapters = this.access.chaptersOf(actor);
    const records = await this.db.query<Omit<VolunteerSignup, 'event' | 'shift'> & { eventId: string }>(
      `SELECT ${selectList(Signup, 'u', ['id', 'shiftId', 'name', 'phone', 'locale', 'status', 'overlapReason', 'createdAt', 'checkedInAt', 'checkedOutAt', 'guests', 'guestNames', 'groupName', 'minorGuests', 'absentGuests'])},
         s.event_id AS "eventId", ${waitlistPosition} AS position, u.proven_at IS NOT NULL AS "addressConfirmed",
         CASE WHEN u.status = 'offered' THEN u.offer_expires_at END AS "offerExpiresAt"
       FROM ${signupTables} WHERE u.volunteer_id = $1 AND u.repeat_of IS NULL AND (s.ends_at <= $2) = $3
         AND ($4::uuid[] IS NULL OR e.chapter_id = ANY ($4))
       ORDER BY CASE WHEN $3 THEN s.starts_at END DESC, s.starts_at, u.id LIMIT 200`,
      [volunteer.id, this.clock.now(), past, chapters === 'all' ? null : chapters],
    );
    if (records.length === 0) return [];
    const events = await this.events.byIds([...new Set(records.map(({ eventId }) => eventId))]);
    return records.flatMap(({ eventId, ...signup }) => {
      const event = events.get(eventId);
      const shift = event?.shifts.find(({ id }) => id === signup.shiftId);
      return event && shift ? [{ ...signup, event, shift }] : [];
    });
  }
}
