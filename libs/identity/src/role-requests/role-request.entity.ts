import { Choice, Id, Instant, Ref, Status, NoPersonalData } from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Role, type RoleName } from '../roles/role.js';
import { RoleRequestStatus, type RoleRequestStatusName } from './role-request-status.js';
import { RecordName } from '../record-names/record-name.js';
import { chapterName } from '../chapters/chapter-columns.js';
import { accountName } from '../accounts/rows/account-columns.js';

const seenBy = 'staff';

/** Requested by one person and approved by another who holds the role. */
@NoPersonalData('role status seal')
@RecordName('roleRequest', {
  also: ['request', 'role'],
  sql: `SELECT r.id, ${accountName('r.account_id')} AS name, ${chapterName('r.chapter_id')} AS context FROM identity.role_request r
    WHERE r.id = ANY ($1::uuid[])`,
  path: () => '/role-requests',
})
@Entity({ schema: 'identity', name: 'role_request' })
export class RoleRequest {
  @Id({ seenBy }) id!: string;
  @Ref() accountId!: string;
  @Choice(Role, { seenBy }) role!: RoleName;
  @Ref({ nullable: true }) chapterId!: string | null;
  /** Set if a custom role with `role` as its base is requested. */
  @Ref({ nullable: true }) customRoleId!: string | null;
  @Status(RoleRequestStatus, { seenBy }) status!: RoleRequestStatusName;
  @Ref({ nullable: true }) requestedBy!: string | null;
  @Instant({ seenBy }) requestedAt!: Date;
  @Instant({ seenBy, description: 'Deadline for the second approval.' }) expiresAt!: Date;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @Instant({ nullable: true }) approvedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When the role takes effect, unless rejected.' })
  beginsAt!: Date | null;
  @Instant({ nullable: true }) begunAt!: Date | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  @Instant({ nullable: true }) endedAt!: Date | null;
  /** HMAC of the request and its approval; see `RequestSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
