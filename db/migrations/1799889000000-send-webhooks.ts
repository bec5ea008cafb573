import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds webhook endpoints, the events for each of them and the attempts to deliver these. */
export class SendWebhooks1799889000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA integrations;
      CREATE TABLE integrations.webhook_endpoint (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        url text NOT NULL,
        description text NOT NULL DEFAULT '',
        types text[] NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        disabled_reason text CHECK (disabled_reason IN ('staff', 'gone', 'failing', 'secret_lost')),
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        retry_at timestamptz,
        succeeded_at timestamptz,
        secret_sealed text NOT NULL,
        old_secret_sealed text,
        old_secret_until timestamptz,
        created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL,
        leased_by uuid,
        leased_until timestamptz,
        CONSTRAINT disabled_has_a_reason CHECK ((status = 'disabled') = (disabled_reason IS NOT NULL))
      );
      CREATE TABLE integrations.webhook_delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        endpoint_id uuid NOT NULL REFERENCES integrations.webhook_endpoint ON DELETE CASCADE,
        event_id uuid NOT NULL,
        type text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        due_since timestamptz NOT NULL,
        finished_at timestamptz,
        position bigint GENERATED ALWAYS AS IDENTITY
      );
      CREATE INDEX webhook_delivery_by_time ON integrations.webhook_delivery (endpoint_id, occurred_at DESC, id DESC);
      CREATE INDEX webhook_delivery_pending ON integrations.webhook_delivery (endpoint_id, position) WHERE status = 'pending';
      CREATE INDEX webhook_delivery_old ON integrations.webhook_delivery (occurred_at) WHERE status <> 'pending';
      CREATE TABLE integrations.webhook_attempt (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        delivery_id uuid NOT NULL REFERENCES integrations.webhook_delivery ON DELETE CASCADE,
        attempted_at timestamptz NOT NULL,
        milliseconds integer NOT NULL,
        status_code integer,
        problem text,
        response text NOT NULL
      );
      CREATE INDEX webhook_attempt_of_delivery ON integrations.webhook_attempt (delivery_id, attempted_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA integrations CASCADE');
  }
}
