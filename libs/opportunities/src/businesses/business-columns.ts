import { accountEmail } from '@upstander/identity';
import { selectList } from '@upstander/platform';
import type { BusinessExtras, BusinessMember } from './business-facts.js';
import { Business } from './business.entity.js';
import { DomainVerificationState } from './domain-verification.js';
import { approvalsNeeded, type EvidenceKind } from './evidence-kind.js';
import { statusNow } from './business-status.js';

/** A business row as returned by SQL; timestamps inside JSON are strings. */
export type BusinessRecord = Omit<Business & BusinessExtras, 'members' | 'domainVerification' | 'approvalsNeeded'> & {
  completedEvidence: EvidenceKind[];
  members: Array<Omit<BusinessMember, 'addedAt'> & { addedAt: string }>;
  sentTo: string | null;
  sentAt: Date | null;
  verifiedAt: Date | null;
  /** True if the link in the last email can still be used. */
  isOpen: boolean | null;
};

/** Columns of business `b` for its members and staff. `$1` is the current time. */
export const businessColumns = `${selectList(Business, 'b', 'staff', { except: ['status', 'renewing'] })},
  ${statusNow('$1')} AS status, b.renewing AND opportunities.is_approved(b, $1) AS renewing, b.mail_domain AS "mailDomain",
  opportunities.evidence_done(b.id, b.evidence_since) AS "completedEvidence",
  (SELECT count(*)::integer FROM opportunities.approvals_of(b.id, b.round)) AS "approvalsGiven",
  (SELECT json_agg(json_build_object('accountId', m.account_id, 'name', m.name, 'email', ${accountEmail('m.account_id')}, 'role', m.role,
      'frozen', m.frozen_at IS NOT NULL, 'addedAt', m.added_at) ORDER BY m.added_at, m.account_id)
    FROM opportunities.member m WHERE m.business_id = b.id) AS members,
  verification."sentTo", verification."sentAt", last."verifiedAt", verification."isOpen" AND last."failedAt" IS NULL AS "isOpen"`;

/** Joins that `businessColumns` needs. */
export const businessSource = `
  LEFT JOIN LATERAL (
    SELECT p.mailbox || '@' || p.domain AS "sentTo", p.sent_at AS "sentAt", p.expires_at > $1 AS "isOpen" FROM opportunities.domain_verification p
    WHERE p.business_id = b.id AND p.domain = b.mail_domain ORDER BY p.sent_at DESC LIMIT 1
  ) verification ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN e.passed THEN e.recorded_at END AS "verifiedAt",
      CASE WHEN NOT e.passed AND e.recorded_at >= verification."sentAt" THEN e.recorded_at END AS "failedAt"
    FROM opportunities.evidence e
    WHERE e.business_id = b.id AND e.kind = 'domain_mail' AND e.round >= b.evidence_since ORDER BY e.id DESC LIMIT 1
  ) last ON true`;

export function factsFrom(record: BusinessRecord) {
  const { members, sentTo, sentAt, verifiedAt, isOpen, ...facts } = record;
  return {
    ...facts,
    members: (members ?? []).map((member) => ({ ...member, addedAt: new Date(member.addedAt) })),
    domainVerification: {
      domain: record.mailDomain,
      sentTo,
      sentAt,
      verifiedAt,
      state: verificationState(verifiedAt !== null, isOpen === true),
    },
    approvalsNeeded,
  };
}

function verificationState(isVerified: boolean, isOpen: boolean): DomainVerificationState {
  if (isVerified) return DomainVerificationState.VERIFIED;
  return isOpen ? DomainVerificationState.SENT : DomainVerificationState.NONE;
}
