import type { MigrationInterface, QueryRunner } from 'typeorm';

const audiences = [
  'everyone',
  'with_spot',
  'waitlist',
  'unconfirmed',
  'attended',
  'selected',
  'participants',
  'participants_registered',
  'participants_waitlist',
  'participants_arrived',
  'volunteers_and_participants',
];
const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** Messages to an event's people can go to the contacts of its groups, and search finds groups. */
export class MessageGroups1799888070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event_message DROP CONSTRAINT event_message_audience_check,
        ADD CONSTRAINT event_message_audience_check CHECK (audience IN (${list([...audiences, 'groups'])}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM events.event_message WHERE audience = 'groups';
      ALTER TABLE events.event_message DROP CONSTRAINT event_message_audience_check,
        ADD CONSTRAINT event_message_audience_check CHECK (audience IN (${list(audiences)}));
    `);
  }
}
