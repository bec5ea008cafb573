import type { Provider, Type } from '@nestjs/common';
import { BusinessEdits } from './business-edits.service.js';
import { BusinessTransitions } from './business-transitions.js';
import { BusinessMails } from './mails/business-mails.js';
import { BusinessNotifier } from './mails/business-notifier.js';
import { DomainVerificationMail } from './mails/domain-verification.mail.js';
import { MemberInvitedMail } from './mails/member-invited.mail.js';
import { ManageBusinessesResolver } from './manage-businesses.resolver.js';
import { ManagedBusinesses } from './managed-businesses.js';
import { BusinessMembers } from './members/business-members.js';
import { MemberFreezes } from './members/member-freezes.service.js';
import { MembershipsOfPerson } from './members/memberships-of-person.js';
import { MemberSeals } from './members/member-seals.js';
import { MemberChanges } from './members/member-changes.js';
import { Members } from './members/members.service.js';
import { MyBusinessResolver } from './my-business.resolver.js';
import { MyBusinesses } from './my-businesses.js';
import { ApprovalsQueue } from './queue/approvals-queue.js';
import { BusinessOwners } from './business-owners.js';
import { Registrations } from './registrations.service.js';
import { Approvals } from './vetting/approvals.js';
import { DomainVerifications } from './vetting/domain-verifications.service.js';
import { Evidence } from './vetting/evidence.service.js';
import { BusinessReviews } from './vetting/reviews.service.js';
import { VettingAccess } from './vetting/staff.js';
import { VettingResolver } from './vetting/vetting.resolver.js';
import { WatchBusinesses } from './watch-businesses.processor.js';

export const businessesProviders: Provider[] = [
  // self-service
  MyBusinessResolver,
  MyBusinesses,
  Registrations,
  BusinessOwners,
  BusinessEdits,
  // members
  BusinessMembers,
  MemberSeals,
  Members,
  MemberChanges,
  MemberFreezes,
  MembershipsOfPerson,
  // vetting
  ManageBusinessesResolver,
  ManagedBusinesses,
  ApprovalsQueue,
  VettingResolver,
  VettingAccess,
  BusinessReviews,
  Approvals,
  Evidence,
  DomainVerifications,
  // transitions
  BusinessTransitions,
  WatchBusinesses,
  // emails
  BusinessNotifier,
  BusinessMails,
  DomainVerificationMail,
  MemberInvitedMail,
];

export const businessesControllers: Type[] = [];
