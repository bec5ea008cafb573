import './identity.personal-data.js';
import './chapters/chapter.searchable.js';
import './identity.files.js';
export { Access, type Permission } from './access/access.js';
export { AccountRightsReader, type AccountRights } from './access/account-rights.js';
export { anonymous, isAdmin, type Actor, type CustomGrant } from './access/actor.js';
export { Allow, allowKey, type AllowedCaller as Allowed } from './access/allow.js';
export { Area, areasOf, StaffArea, type OperationAreas, type StaffAreaName } from './roles/staff-area.js';
export { AllowGuard } from './guard/allow.guard.js';
export { actorOf, CurrentActor, resolveActor } from './access/current-actor.js';
export { OnlyWith } from './access/only-with.js';
export { Feature, type FeatureName } from './features/feature.js';
export { Features, featuresOf } from './features/features.js';
export { SessionOnly } from './access/session-only.js';
export {
  accountByEmail,
  accountEmail,
  accountLocale,
  accountName,
  activeGrants,
  findAccountName,
  findContact,
  hasSecondStep,
  isActiveAccount,
  lockAccount,
  ofAccount,
} from './accounts/rows/account-columns.js';
export { AccountCreation } from './accounts/account-creation.js';
export { ShownAccount } from './accounts/account.type.js';
export { languageQuery, languageTags, Locale, type LocaleName } from './languages/locale.js';
export { findOpenChapter, refuseClosedChapter, requireOpen } from './chapters/closed-chapter.js';
export { Chapter } from './chapters/chapter.entity.js';
export {
  chapterBySlug,
  chapterDate,
  chapterJson,
  chapterName,
  chapterZone,
  findOpenChapters,
} from './chapters/chapter-columns.js';
export { GrantService } from './grants/grant.service.js';
export { TwoPersonRule as TwoPeople, secondPersonRefusal } from './two-people/two-people.js';
export { grantedRoles, Role, type GrantedRole, staffCondition, staffRoles, type RoleName } from './roles/role.js';
export { PowerChanges } from './role-requests/power-changes.js';
export { AccountSeals, sealedAccountColumns, type SealedAccount } from './accounts/rows/account-seals.js';
export { CustomGrants } from './custom-roles/custom-grants.js';
export { CustomRoleSeals, type SealedCustomRole } from './custom-roles/custom-role-seals.js';
export { StaffAreas } from './access/staff-areas.service.js';
export { RecordGrants } from './record-grants/record-grants.js';
export { RecordGrantKind } from './record-grants/record-grant.entity.js';
export { GrantSeals } from './seals/grant-seals.js';
export { discoverProvider, IdentityProvider } from './single-sign-on/identity-provider.js';
export { IdentitySeals } from './single-sign-on/identity-seals.js';
export { PasskeySeals } from './passkeys/passkey-seals.js';
export { SessionSeals } from './sessions/session-seals.js';
export { verifyPower as unsealedPower, type SealSettings, type UnsealedRow } from './vouching/vouch-for-rows.js';
export { RequestSeals } from './role-requests/request-seals.js';
export { IdentityModule } from './identity.module.js';
export { isBreached } from './sign-in/breached-passwords.js';
export { hashing, Passwords } from './sign-in/passwords.js';
export {
  checkAppSecret,
  rememberAppSecret,
  wrongAppSecret,
  type Queryable,
} from './authenticators/app-secret-check.js';
export { FreshSecondStep } from './authenticators/fresh-second-step.js';
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
export { Letterheads } from './organization/letterheads.service.js';
export { logoPath } from './organization/organization-settings.service.js';
export { Organization } from './organization/organization.js';
export { SettingsStore, type SavedSettings, type SettingFields } from './settings/settings-store.js';
export { SettingsChange } from './settings/settings-version.entity.js';
export { identityJobs } from './identity.jobs.js';
export { identityMetrics } from './identity.metrics.js';
export { identityLimits } from './identity.limits.js';
export { identitySettings } from './identity.settings.js';
export { featureSettings, sealedZoneConflict } from './features/feature.settings.js';
