import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Count,
  emptyList,
  Flag,
  Id,
  Instant,
  LocalDate,
  personal,
  PersonalData,
  PersonNames,
  Ref,
  splitColumns,
  Status,
  Text,
} from '@upstander/platform';
import { joinVolunteer, volunteersOfAddress } from '@upstander/volunteers';
import { Entity } from 'typeorm';
import { StandingSignupStatus } from './standing-signup-status.js';

const seenBy = 'owner';
const series = (column: string) => `(SELECT r.${column} FROM events.series r WHERE r.id = t.series_id)`;

@PersonalData({
  noun: 'standing sign-ups',
  of: { volunteer: `t.volunteer_id IN (${volunteersOfAddress})` },
  erasure: 'row',
  kept: '`SIGNUP_KEPT_DAYS` after it ended',
  forgotten: { erasureScope: 'row', after: 'SIGNUP_KEPT_DAYS', since: 't.ended_at' },
  about: ['t.id', 't.series_id', 't.volunteer_id'],
  seenBy: 'the person; organizers of the chapter',
  columns: { guest_names: personal.contact(emptyList) },
  also: {
    series: series('title'),
    shift: 't.role',
    until: 't.until',
    status: 't.status',
    guests: 't.guests',
    created_at: 't.created_at',
    time_zone: series('time_zone'),
  },
  codes: { status: 'standingSignupStatus' },
  others: splitColumns('role status locale until'),
})
@RecordName('standingSignup', {
  sql: `SELECT st.id, v.name, r.title AS context, r.id AS "pageId"
    FROM events.standing_signup st ${joinVolunteer('st')}
    JOIN events.series r ON r.id = st.series_id WHERE st.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/events/series/${pageId}`,
  isPerson: true,
})
@Entity({ schema: 'events', name: 'standing_signup' })
export class StandingSignup {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) seriesId!: string;
  @Ref() volunteerId!: string;
  @Text({ seenBy, max: 80, description: 'Name of the shift role.' }) role!: string;
  @Count({
    seenBy,
    min: 1,
    max: 50,
    default: 1,
    description: 'Number of the shift among those of an occurrence with the same role, by start.',
  })
  roleNumber!: number;
  @LocalDate({ seenBy, nullable: true, description: 'Last day it covers; null for as long as the series goes on.' })
  until!: string | null;
  @Status(StandingSignupStatus, { seenBy }) status!: StandingSignupStatus;
  @Count({ seenBy, max: 20, default: 0, description: 'Number of guests on each date; each takes a spot.' })
  guests!: number;
  @PersonNames({ seenBy, max: 120, description: 'Names of the guests, if given.' }) guestNames!: string[];
  @Flag({ default: false, column: 'takes_fewer' }) acceptsFewerGuests!: boolean;
  @Choice(Locale, { default: 'en' }) locale!: LocaleName;
  /** First sign-up of the request. Confirming one of its sign-ups confirms the standing one. */
  @Ref({ nullable: true }) madeWith!: string | null;
  @Count({ default: 0 }) tokenVersion!: number;
  /** Organizer who added a regular; null if the volunteer signed up. */
  @Ref({ nullable: true }) addedBy!: string | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Instant({ seenBy, precision: 3, nullable: true }) endedAt!: Date | null;
  @Instant({ precision: 3, nullable: true }) summarizedAt!: Date | null;
}
