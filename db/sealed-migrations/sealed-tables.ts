/** In the order in which they can be dropped together. */
export const tableNames = [
  ...['application', 'consultation', 'consent', 'introduction', 'message', 'legal_hold', 'erased', 'monthly_count'],
  ...['advocate_key', 'team_key', 'team_key_share', 'audit', 'audit_head'],
] as const;

export const tables = `
  CREATE TABLE sealed.application (
    id uuid PRIMARY KEY,
    -- Known by its id alone: nothing of the sealed zone refers to another schema.
    opportunity_id uuid NOT NULL,
    business_id uuid NOT NULL,
    alias bytea NOT NULL,
    contact bytea NOT NULL,
    note bytea,
    -- A digest of what was sent, sealed like the rest: what is sent again with the same key must be the same.
    sent bytea NOT NULL,
    -- Argon2id of the reply code with a salt that follows from a secret: slow to try, and the row is found by it alone.
    code_hash bytea NOT NULL CONSTRAINT application_code UNIQUE,
    status text NOT NULL CHECK (status IN ('new', 'contacted', 'introduced', 'closed')),
    language text NOT NULL CHECK (language IN ('en', 'es')),
    by_advocate uuid,
    taken_by uuid,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT application_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL))
  );
  CREATE INDEX application_in_order ON sealed.application (created_at DESC, id DESC);
  CREATE INDEX application_closing ON sealed.application (closed_at) WHERE closed_at IS NOT NULL;

  CREATE TABLE sealed.consultation (
    id uuid PRIMARY KEY,
    alias bytea NOT NULL,
    contact bytea NOT NULL,
    -- Sealed by the server; or by the person's browser for the key of the team, and then by the server once more.
    about bytea,
    about_sealed_by text CHECK (about_sealed_by IN ('server', 'browser')),
    language text NOT NULL CHECK (language IN ('en', 'es')),
    -- Only that one is wanted: the language itself is sealed, for a rare one names a person.
    interpreter boolean NOT NULL,
    interpreter_language bytea,
    sent bytea NOT NULL,
    code_hash bytea NOT NULL CONSTRAINT consultation_code UNIQUE,
    status text NOT NULL CHECK (status IN ('new', 'contacted', 'scheduled', 'closed')),
    conflict_note bytea,
    appointment_at timestamptz,
    appointment_minutes integer CHECK (appointment_minutes BETWEEN 5 AND 480),
    appointment_zone text,
    -- Counts its moves, for calendars.
    appointment_revision integer NOT NULL DEFAULT 0,
    taken_by uuid,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT consultation_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT about_was_sealed CHECK ((about IS NULL) = (about_sealed_by IS NULL)),
    CONSTRAINT appointment_is_whole CHECK (
      (appointment_at IS NULL) = (appointment_minutes IS NULL) AND (appointment_at IS NULL) = (appointment_zone IS NULL))
  );
  CREATE INDEX consultation_in_order ON sealed.consultation (created_at DESC, id DESC);
  CREATE INDEX consultation_closing ON sealed.consultation (closed_at) WHERE closed_at IS NOT NULL;

  -- Written, for one purpose, to one recipient, for a while; and it can be taken back. Without given_at it is only asked for.
  CREATE TABLE sealed.consent (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES sealed.application ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('introduction')),
    recipient_business_id uuid NOT NULL,
    -- What may be told, in the words that were agreed.
    shares bytea NOT NULL,
    given_how text NOT NULL CHECK (given_how IN ('signed', 'by_code', 'electronically')),
    recorded_at timestamptz NOT NULL,
    given_at timestamptz,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    recorded_by uuid NOT NULL,
    -- Only what is given with the code is asked for first.
    CONSTRAINT consent_is_written CHECK (given_at IS NOT NULL OR given_how = 'by_code'),
    CONSTRAINT consent_is_limited CHECK (
      expires_at > coalesce(given_at, recorded_at)
      AND expires_at <= coalesce(given_at, recorded_at) + interval '1 year'),
    CONSTRAINT consent_of UNIQUE (id, application_id, recipient_business_id)
  );
  CREATE INDEX consent_of_application ON sealed.consent (application_id, recorded_at DESC);

  CREATE TABLE sealed.introduction (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES sealed.application ON DELETE CASCADE,
    business_id uuid NOT NULL,
    opportunity_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    -- What the business sees, and nothing else.
    payload bytea NOT NULL,
    answer text CHECK (answer IN ('interested', 'not_now')),
    answered_at timestamptz,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT introduction_has_consent FOREIGN KEY (consent_id, application_id, business_id)
      REFERENCES sealed.consent (id, application_id, recipient_business_id) ON DELETE CASCADE,
    CONSTRAINT introduced_once UNIQUE (application_id, business_id),
    CONSTRAINT introduction_of UNIQUE (id, application_id)
  );
  CREATE INDEX introduction_by_business ON sealed.introduction (business_id, created_at DESC, id);

  CREATE TABLE sealed.message (
    id uuid PRIMARY KEY,
    -- The application or consultation it is about; with an introduction it is between advocate and business.
    record_id uuid NOT NULL,
    introduction_id uuid,
    from_whom text NOT NULL CHECK (from_whom IN ('advocate', 'person', 'business')),
    author_id uuid,
    body bytea NOT NULL,
    read_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT message_about FOREIGN KEY (introduction_id, record_id)
      REFERENCES sealed.introduction (id, application_id) ON DELETE CASCADE,
    CONSTRAINT message_author CHECK ((from_whom = 'person') = (author_id IS NULL)),
    CONSTRAINT message_between CHECK (
      from_whom = 'advocate' OR (from_whom = 'business') = (introduction_id IS NOT NULL))
  );
  CREATE INDEX message_by_record ON sealed.message (record_id, created_at, id);
  CREATE INDEX message_by_introduction ON sealed.message (introduction_id, created_at, id);
  CREATE INDEX message_unread ON sealed.message (record_id) WHERE read_at IS NULL;

  CREATE TABLE sealed.legal_hold (
    record_id uuid PRIMARY KEY,
    placed_by uuid NOT NULL,
    reason bytea NOT NULL,
    placed_at timestamptz NOT NULL,
    until date,
    lifted_at timestamptz
  );

  -- What was erased by the person: a form that a browser sends again must not bring it back.
  CREATE TABLE sealed.erased (
    code_hash bytea PRIMARY KEY,
    at timestamptz NOT NULL
  );

  -- For totals, which outlive the records: one row for each thing that happened, with its month and nothing else.
  CREATE TABLE sealed.monthly_count (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    kind text NOT NULL CHECK (kind IN ('application', 'consultation')),
    what text NOT NULL CHECK (what IN ('opened', 'closed', 'introduced'))
  );
  CREATE INDEX monthly_count_by_month ON sealed.monthly_count (month, kind, what);

  -- Public keys, and private keys that only browsers can open.
  CREATE TABLE sealed.advocate_key (
    account_id uuid PRIMARY KEY,
    public_key bytea NOT NULL,
    wrapped_private_key bytea NOT NULL,
    salt bytea NOT NULL,
    iterations integer NOT NULL,
    iv bytea NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE TABLE sealed.team_key (
    id uuid PRIMARY KEY,
    public_key bytea NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE TABLE sealed.team_key_share (
    key_id uuid NOT NULL REFERENCES sealed.team_key,
    account_id uuid NOT NULL REFERENCES sealed.advocate_key ON DELETE CASCADE,
    wrapped_private_key bytea NOT NULL,
    wrapped_key bytea NOT NULL,
    iv bytea NOT NULL,
    shared_by uuid NOT NULL,
    shared_at timestamptz NOT NULL,
    PRIMARY KEY (key_id, account_id)
  );

  -- Who read or did what, chained: each row holds the keyed hash of the one before it and of itself.
  CREATE TABLE sealed.audit (
    seq bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid,
    actor_kind text NOT NULL CHECK (actor_kind IN ('advocate', 'person', 'business', 'auditor', 'system')),
    action text NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    reason text,
    previous bytea NOT NULL,
    hash bytea NOT NULL
  );
  CREATE INDEX audit_by_record ON sealed.audit (record_id, seq DESC);
  CREATE INDEX audit_by_actor ON sealed.audit (actor_id, seq DESC);

  -- The end of the chain. Whoever adds a row locks it, so that the chain has one order.
  CREATE TABLE sealed.audit_head (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    seq bigint NOT NULL,
    hash bytea NOT NULL
  );
  INSERT INTO sealed.audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
`;
