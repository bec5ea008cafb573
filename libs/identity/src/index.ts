import './identity.personal-data.js';
import './chapters/chapter.searchable.js';
export { Access, type Permission } from './access/access.js';
export { anonymous, isAdmin, type Actor } from './access/actor.js';
export { Allow, allowKey, type AllowedCaller as Allowed } from './access/allow.js';
export { AllowGuard } from './guard/allow.guard.js';
export { actorOf, CurrentActor, resolveActor } from './access/current-actor.js';
export { InvitedAccounts } from './accounts/invited-accounts.js';
export { ShownAccount } from './accounts/account.type.js';
export { languageQuery, languageTags, Locale, type LocaleName } from './languages/locale.js';
export { refuseClosedChapter } from './chapters/closed-chapter.js';
export { Chapter } from './chapters/chapter.entity.js';
export { GrantService } from './grants/grant.service.js';
export { TwoPersonRule as TwoPeople, secondPersonRefusal } from './two-people/two-people.js';
export { Role, staffRoles, type RoleName } from './roles/role.js';
export { PowerChanges } from './role-requests/power-changes.js';
export { AccountSeals, sealedAccountColumns, type SealedAccount } from './seals/account-seals.js';
export { GrantSeals } from './seals/grant-seals.js';
export { SessionSeals } from './sessions/session-seals.js';
export { verifyPower as unsealedPower, type SealSettings, type UnsealedRow } from './vouching/vouch-for-rows.js';
export { RequestSeals } from './role-requests/request-seals.js';
export { identityEntities } from './identity.entities.js';
export { IdentityModule } from './identity.module.js';
export { isBreached } from './sign-in/breached-passwords.js';
export { hashing, Passwords } from './sign-in/passwords.js';
export {
  checkAppSecret,
  rememberAppSecret,
  wrongAppSecret,
  type Queryable,
} from './authenticators/app-secret-check.js';
export { resealSecondSteps } from './authenticators/reseal-second-steps.js';
export { signInCodeOf } from './sign-in-codes/sign-in-codes.js';
export { SessionService } from './sessions/session.service.js';
export { CurrentBrowser, type Browser } from './access/current-browser.js';
// TypeScript resolves module augmentation (`declare module`) only through a star export.
export * from './rate-limits/limits.js';
export { limitRequests } from './rate-limits/limit-requests.js';
export { networksOf } from './security-events/network.js';
export { DataRequests } from './peoples-data/requests/data-requests.service.js';
export { countStoredData } from './peoples-data/my-data/count-stored-data.js';
export { exportOfPerson } from './peoples-data/my-data/data-export.js';
export { exportWords } from './peoples-data/my-data/export-words.js';
export { myDataLink } from './peoples-data/requests/data-links.service.js';
export { Erasures } from './peoples-data/erasures/erasures.service.js';
export { legalHoldRefusal, LegalHolds } from './peoples-data/holds/legal-holds.service.js';
export { findErasedAddresses } from './peoples-data/erasures/erased-addresses.js';
export { NewCommitmentError, ErasureSteps, type ErasureStep } from './peoples-data/erasures/erasure-steps.js';
export { EmailRequestLimits } from './rate-limits/email-request-limits.js';
export { solutionText } from './rate-limits/solution-text.js';
export { RateLimits, tooManyTriesRefusal as tooManyTries } from './rate-limits/rate-limits.js';
export { RecentSignIn } from './sessions/recent-sign-in.js';
export { HostCookie } from './sessions/host-cookie.js';
export { refuseCrossSite } from './sessions/refuse-cross-site.js';
export { recordRefusal } from './security-events/refusals.js';
export { SecurityEvents, type RefusedAttempt } from './security-events/security-events.js';
export { currentStaffAction, nounOf, nounOfRoute, collectTargets } from './staff-actions/staff-action.js';
export { OwnTrail, ownTrailKey } from './staff-actions/own-trail.js';
export { staffActionsPlugin } from './staff-actions/staff-actions.plugin.js';
export { StaffTrail } from './staff-actions/staff-trail.js';
export { RecordName } from './record-names/record-name.js';
export { RecordNames, type NamedRecord } from './record-names/record-names.js';
export { identityJobs } from './identity.jobs.js';
export { identityMetrics } from './identity.metrics.js';
export { identityLimits } from './identity.limits.js';
export { identitySettings } from './identity.settings.js';
