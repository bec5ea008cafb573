import { Choice, enumOf, type EnumOf, Id, Instant, NoPersonalData, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';
import { RecordName } from '../record-names/record-name.js';
import { accountName } from '../accounts/rows/account-columns.js';

export const RecordGrantKind = enumOf('RecordGrantKind', 'What a co-organizer works on.', {
  event: 'One event.',
  series: 'All dates of a series.',
});
export type RecordGrantKind = EnumOf<typeof RecordGrantKind>;

/** Lets an account work like an organizer on one record, and on nothing else. */
@NoPersonalData('kind')
@RecordName('coOrganizer', {
  sql: `SELECT g.id, ${accountName('g.account_id')} AS name FROM identity.record_grant g WHERE g.id = ANY ($1::uuid[])`,
})
@Entity({ schema: 'identity', name: 'record_grant' })
export class RecordGrant {
  @Id() id!: string;
  @Ref() accountId!: string;
  @Choice(RecordGrantKind) kind!: RecordGrantKind;
  /** The libraries of the records look them up. */
  @Ref() recordId!: string;
  @Ref({ nullable: true }) grantedBy!: string | null;
  @Instant() createdAt!: Date;
}
