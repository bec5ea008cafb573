import type { Provider, Type } from '@nestjs/common';
import { BusinessEdits } from './businesses/registration/business-edits.service.js';
import { BusinessTransitions } from './businesses/transitions/business-transitions.js';
import { BusinessMails } from './businesses/mails/business-mails.js';
import { BusinessNotifier } from './businesses/mails/business-notifier.js';
import { DomainVerificationMail } from './businesses/mails/domain-verification.mail.js';
import { MemberInvitedMail } from './businesses/mails/member-invited.mail.js';
import { ManageBusinessesResolver } from './businesses/vetting/manage-businesses.resolver.js';
import { ManagedBusinesses } from './businesses/managed-businesses.js';
import { BusinessMembers } from './businesses/members/business-members.js';
import { MemberFreezes } from './businesses/vetting/member-freezes.service.js';
import { MembershipsOfPerson } from './businesses/members/memberships-of-person.js';
import { MemberSeals } from './businesses/members/member-seals.js';
import { MemberChanges } from './businesses/members/member-changes.js';
import { Members } from './businesses/members/members.service.js';
import { MyBusinessResolver } from './businesses/registration/my-business.resolver.js';
import { MyBusinesses } from './businesses/my-businesses.js';
import { ApprovalsQueue } from './businesses/queue/approvals-queue.js';
import { BusinessOwners } from './businesses/registration/business-owners.js';
import { Registrations } from './businesses/registration/registrations.service.js';
import { Approvals } from './businesses/vetting/approvals.js';
import { DomainVerifications } from './businesses/vetting/domain-verifications.service.js';
import { Evidence } from './businesses/vetting/evidence.service.js';
import { BusinessReviews } from './businesses/vetting/reviews.service.js';
import { VettingAccess } from './businesses/vetting/staff.js';
import { VettingResolver } from './businesses/vetting/vetting.resolver.js';
import { WatchBusinesses } from './businesses/transitions/watch-businesses.processor.js';

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
