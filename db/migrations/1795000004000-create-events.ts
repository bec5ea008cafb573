import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events, their shifts, and the people who signed up for them. */
export class CreateEvents1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA events;

      CREATE TABLE events.event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        chapter_id uuid NOT NULL REFERENCES identity.chapter,
        slug text NOT NULL UNIQUE,
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        description text NOT NULL DEFAULT '',
        online boolean NOT NULL DEFAULT false,
        place text,
        online_url text,
        time_zone text NOT NULL,
        -- Wall time is what the organizer said; the instant follows from it and the zone.
        starts_at_local timestamp NOT NULL,
        ends_at_local timestamp NOT NULL,
        -- Milliseconds are what a cursor carries; anything finer would be lost in it.
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        contact_name text NOT NULL DEFAULT '',
        contact_email citext,
        image_url text,
        languages text[] NOT NULL DEFAULT '{en}',
        accessibility text,
        bring text,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'cancelled', 'completed')),
        -- iCalendar SEQUENCE (RFC 5545 3.8.7.4): raised by every change people are told about.
        sequence integer NOT NULL DEFAULT 0,
        cancel_reason text,
        published_at timestamptz,
        created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Who changed it last.
        updated_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        search_text text NOT NULL GENERATED ALWAYS AS
          (platform.fold(title || ' ' || summary || ' ' || coalesce(place, ''))) STORED,
        CHECK (starts_at < ends_at)
      );
      -- The public list and its count; what is included lets the count stay in the index.
      CREATE INDEX event_public ON events.event (starts_at, id) INCLUDE (status, ends_at, starts_at_local, time_zone)
        WHERE status IN ('published', 'cancelled');
      CREATE INDEX event_public_online ON events.event (starts_at, id)
        WHERE online AND status IN ('published', 'cancelled');
      CREATE INDEX event_in_order ON events.event (starts_at, id);
      CREATE INDEX event_by_chapter ON events.event (chapter_id, starts_at, id);
      CREATE INDEX event_to_complete ON events.event (ends_at) WHERE status = 'published';
      -- Words of three letters and more by trigrams; shorter ones only from the beginning, where a plain index helps.
      CREATE INDEX event_search ON events.event USING gin (search_text gin_trgm_ops);
      CREATE INDEX event_search_start ON events.event ((left(search_text, 40)) text_pattern_ops);
      CREATE INDEX event_place ON events.event USING gin (platform.fold(place) gin_trgm_ops);
      CREATE INDEX event_place_start ON events.event ((left(platform.fold(place), 40)) text_pattern_ops);
      CREATE INDEX event_language ON events.event USING gin (languages);

      CREATE TABLE events.shift (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid NOT NULL REFERENCES events.event ON DELETE CASCADE,
        role text NOT NULL,
        starts_at_local timestamp NOT NULL,
        ends_at_local timestamp NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        -- A copy of the event's, kept by triggers: with it the list "with free places" walks one index in order.
        event_starts_at timestamptz(3) NOT NULL,
        capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 10000),
        taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
        waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
        -- The number the next person in line draws.
        next_in_line bigint NOT NULL DEFAULT 1,
        -- Stored, so that an index over it does not forbid heap-only updates of every sign-up.
        is_full boolean NOT NULL GENERATED ALWAYS AS (taken >= capacity) STORED,
        minimum_age integer CHECK (minimum_age BETWEEN 0 AND 120),
        note text,
        position integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (starts_at < ends_at),
        -- The last guard of all, should a lock ever be forgotten.
        CONSTRAINT shift_never_oversold CHECK (taken <= capacity)
      ) WITH (fillfactor = 80);
      CREATE INDEX shift_by_event ON events.shift (event_id, position, id);
      CREATE INDEX shift_with_places ON events.shift (event_starts_at, event_id) INCLUDE (starts_at) WHERE NOT is_full;

      CREATE TABLE events.signup (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer,
        name text NOT NULL,
        phone text,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        status text NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'offered', 'cancelled', 'expired')),
        -- A copy of the shift's half-open time, for the exclusion constraint; moved with the shift.
        during tstzrange NOT NULL,
        line_number bigint,
        -- When the address was proven for this sign-up; until then it expires.
        proven_at timestamptz,
        expires_at timestamptz,
        offer_expires_at timestamptz,
        overlap_reason text,
        -- Set where an anonymous request named somebody who already has a proven sign-up for this shift.
        repeat_of uuid REFERENCES events.signup ON DELETE CASCADE,
        token_version integer NOT NULL DEFAULT 0,
        -- How often an organizer moved it to another shift: the event's sequence and this make its calendar SEQUENCE.
        moves integer NOT NULL DEFAULT 0,
        idempotency_key text,
        input_hash bytea,
        -- What the person was told when they signed up: whoever asks again is told the same.
        told_status text,
        told_position integer,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT no_two_overlapping_shifts EXCLUDE USING gist (volunteer_id WITH =, during WITH &&)
          WHERE (status = 'confirmed' AND proven_at IS NOT NULL AND overlap_reason IS NULL)
      );
      -- One sign-up for each person and shift, and beside it at most one repeat.
      CREATE UNIQUE INDEX signup_once ON events.signup (shift_id, volunteer_id, (repeat_of IS NOT NULL))
        WHERE status IN ('confirmed', 'waitlisted', 'offered');
      CREATE UNIQUE INDEX signup_by_key ON events.signup (idempotency_key) WHERE idempotency_key IS NOT NULL;
      CREATE INDEX signup_by_repeat ON events.signup (repeat_of) WHERE repeat_of IS NOT NULL;
      CREATE INDEX signup_line ON events.signup (shift_id, line_number) WHERE status = 'waitlisted';
      CREATE INDEX signup_by_shift ON events.signup (shift_id, created_at, id);
      CREATE INDEX signup_by_volunteer ON events.signup (volunteer_id, created_at);
      CREATE INDEX signup_unproven ON events.signup (expires_at)
        WHERE proven_at IS NULL AND status IN ('confirmed', 'waitlisted', 'offered');
      -- What has run out on one shift: asked before anybody there is answered, however long its line is.
      CREATE INDEX signup_unproven_of_shift ON events.signup (shift_id, expires_at)
        WHERE proven_at IS NULL AND status IN ('confirmed', 'waitlisted', 'offered');
      CREATE INDEX signup_offer ON events.signup (offer_expires_at) WHERE status = 'offered';

      -- A shift's timetable: one row for each mail it owes the people on it.
      CREATE TABLE events.shift_due (
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('day-before', 'same-day', 'thank-you')),
        due_at timestamptz NOT NULL,
        -- After this moment the mail would only confuse (a reminder once the shift has begun).
        until timestamptz NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (shift_id, kind)
      );
      CREATE INDEX shift_due_next ON events.shift_due (due_at) WHERE done_at IS NULL;

      CREATE TABLE events.calendar_feed (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL UNIQUE REFERENCES volunteers.volunteer ON DELETE CASCADE,
        token_version integer NOT NULL DEFAULT 0,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE events.feedback (
        signup_id uuid PRIMARY KEY REFERENCES events.signup ON DELETE CASCADE,
        rating integer NOT NULL CHECK (rating BETWEEN 1 AND 5),
        comment text,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA events CASCADE;`);
  }
}
