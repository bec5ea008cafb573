import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FilesModule } from '@upstander/files';
import { Features } from './features/features.js';
import { AccountRightsReader } from './access/account-rights.js';
import { Access } from './access/access.js';
import { AllowGuard } from './guard/allow.guard.js';
import { AccountAccess } from './accounts/account-access.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { AccountAreasResolver } from './accounts/account-areas.resolver.js';
import { AccountService } from './accounts/account.service.js';
import { ChapterResolver } from './chapters/chapter.resolver.js';
import { ChapterService } from './chapters/chapter.service.js';
import { ChapterPeople } from './chapters/chapter-people.service.js';
import { ChapterPeopleResolver } from './chapters/chapter-people.resolver.js';
import { GrantResolver } from './accounts/grant.resolver.js';
import { GrantService } from './grants/grant.service.js';
import { Notices } from './notices/notices.js';
import { EmailRequestLimits } from './rate-limits/email-request-limits.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { LogoController } from './organization/logo.controller.js';
import { Letterheads } from './organization/letterheads.service.js';
import { Logos } from './organization/logos.service.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { OrganizationSettingsService } from './organization/organization-settings.service.js';
import { SettingsStore } from './settings/settings-store.js';
import { BeginRoles } from './waiting-periods/begin-roles.processor.js';
import { PowerChanges } from './role-requests/power-changes.js';
import { RoleRequestReads } from './role-requests/role-request-reads.js';
import { RoleRequestResolver } from './role-requests/role-request.resolver.js';
import { CarryOutErasures } from './peoples-data/erasures/carry-out-erasures.processor.js';
import { AccountOfPerson } from './peoples-data/erasures/account-of-person.js';
import { DataLinks } from './peoples-data/requests/data-links.service.js';
import { DataRequests } from './peoples-data/requests/data-requests.service.js';
import { RequestWithdrawals } from './peoples-data/requests/request-withdrawals.service.js';
import { ErasureMetrics } from './peoples-data/erasures/erasure-metrics.js';
import { Erasures } from './peoples-data/erasures/erasures.service.js';
import { KeepRetention } from './peoples-data/retention/keep-retention.processor.js';
import { RetentionResolver } from './peoples-data/retention/retention.resolver.js';
import { RetentionRules } from './peoples-data/retention/retention-rules.service.js';
import { LegalHolds } from './peoples-data/holds/legal-holds.service.js';
import { MyDataController } from './peoples-data/my-data/my-data.controller.js';
import { MyDataResolver } from './peoples-data/my-data/my-data.resolver.js';
import { MyDataService } from './peoples-data/my-data/my-data.service.js';
import { DataRequestResolver } from './peoples-data/requests/data-request.resolver.js';
import { LegalHoldResolver } from './peoples-data/holds/legal-hold.resolver.js';
import { ErasureSteps } from './peoples-data/erasures/erasure-steps.js';
import { RoleRequests } from './role-requests/role-requests.service.js';
import { SavedViewResolver } from './saved-views/saved-view.resolver.js';
import { SavedViews } from './saved-views/saved-views.service.js';
import { AppSecretCheck } from './authenticators/app-secret-check.js';
import { Authenticators } from './authenticators/authenticators.js';
import { FreshSecondStep } from './authenticators/fresh-second-step.js';
import { PasskeyChallenges } from './passkeys/passkey-challenges.js';
import { PasskeyResolver } from './passkeys/passkey.resolver.js';
import { PasskeySeals } from './passkeys/passkey-seals.js';
import { PasskeySignIn } from './passkeys/passkey-sign-in.js';
import { PasskeyVerifier } from './passkeys/passkey-verifier.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { RecoveryCodes } from './recovery-codes/recovery-codes.js';
import { SecondStepReset } from './second-step/second-step-reset.js';
import { SecondStepResolver } from './second-step/second-step.resolver.js';
import { SecondStepService } from './second-step/second-step.service.js';
import { ForgetSignIns } from './sessions/forget-sign-ins.processor.js';
import { PublicSearch } from './search/public-search.service.js';
import { SearchResolver } from './search/search.resolver.js';
import { StaffActionReads } from './staff-actions/staff-action-reads.js';
import { StaffActionResolver } from './staff-actions/staff-action.resolver.js';
import { StaffTrail } from './staff-actions/staff-trail.js';
import { RecordNames } from './record-names/record-names.js';
import { SecurityEventReads } from './security-events/security-event-reads.js';
import { SecurityEventResolver } from './security-events/security-event.resolver.js';
import { SecurityEvents } from './security-events/security-events.js';
import { AccountCreation } from './accounts/account-creation.js';
import { CustomGrants } from './custom-roles/custom-grants.js';
import { CustomRoleSeals } from './custom-roles/custom-role-seals.js';
import { CustomRoleResolver } from './custom-roles/custom-role.resolver.js';
import { CustomRoles } from './custom-roles/custom-roles.service.js';
import { RecordGrants } from './record-grants/record-grants.js';
import { StaffAreas } from './access/staff-areas.service.js';
import { AccountSeals } from './accounts/rows/account-seals.js';
import { GrantSeals } from './seals/grant-seals.js';
import { RequestSeals } from './role-requests/request-seals.js';
import { SessionSeals } from './sessions/session-seals.js';
import { RecentSignIn } from './sessions/recent-sign-in.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionReader } from './sessions/session-reader.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { SessionService } from './sessions/session.service.js';
import { RequestingBrowser } from './sign-in/requesting-browser.js';
import { CodeSignIn } from './sign-in/code-sign-in.js';
import { FirstStep } from './sign-in/first-step.js';
import { OwnerCheck } from './sign-in/owner-check.js';
import { KnownDevices } from './sessions/known-devices.js';
import { PasswordChange } from './sign-in/password-change.js';
import { PasswordSignIn } from './sign-in/password-sign-in.js';
import { BreachedPasswords } from './sign-in/breached-passwords.js';
import { Passwords } from './sign-in/passwords.js';
import { SignInCodes } from './sign-in-codes/sign-in-codes.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { GroupGrants } from './single-sign-on/group-grants.js';
import { IdentityLinks } from './single-sign-on/identity-links.js';
import { IdentityProvider } from './single-sign-on/identity-provider.js';
import { IdentitySeals } from './single-sign-on/identity-seals.js';
import { SignInFlows } from './single-sign-on/sign-in-flows.js';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.js';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver.js';
import { SingleSignOn } from './single-sign-on/single-sign-on.service.js';
import { TwoPersonRule } from './two-people/two-people.js';

const accounts = [
  AccountCreation,
  AccountService,
  AccountAccess,
  AccountResolver,
  GrantService,
  GrantResolver,
  ChapterService,
  ChapterResolver,
  ChapterPeople,
  ChapterPeopleResolver,
  SettingsStore,
  Logos,
  Letterheads,
  OrganizationSettingsService,
  OrganizationResolver,
  SavedViews,
  SavedViewResolver,
  PublicSearch,
  SearchResolver,
];
const features = [Features, StaffAreas];
const seals = [AccountSeals, CustomRoleSeals, GrantSeals, RequestSeals, SessionSeals];
const customRoles = [RecordGrants, CustomRoles, CustomGrants, CustomRoleResolver, AccountAreasResolver];
const roles = [PowerChanges, Notices, TwoPersonRule, RoleRequests, RoleRequestReads, RoleRequestResolver, BeginRoles];
const sessions = [RecentSignIn, SessionCookie, SessionReader, SessionService, SessionResolver, ForgetSignIns];
const firstStep = [FirstStep, Passwords, BreachedPasswords, PasswordSignIn, PasswordChange, OwnerCheck, KnownDevices];
const codes = [RequestingBrowser, EmailRequestLimits, SignInCodes, CodeSignIn];
const passkeys = [PasskeySeals, PasskeyChallenges, PasskeyVerifier, Passkeys, PasskeySignIn, PasskeyResolver];
const singleSignOn = [
  IdentitySeals,
  IdentityProvider,
  SignInFlows,
  GroupGrants,
  IdentityLinks,
  SingleSignOn,
  SingleSignOnResolver,
];
const personalDataProviders = [
  ErasureSteps,
  AccountOfPerson,
  LegalHolds,
  DataLinks,
  Erasures,
  ErasureMetrics,
  CarryOutErasures,
  KeepRetention,
  RetentionResolver,
  RetentionRules,
  DataRequests,
  RequestWithdrawals,
  MyDataService,
  MyDataResolver,
  DataRequestResolver,
  LegalHoldResolver,
];
const secondStep = [
  AppSecretCheck,
  RecoveryCodes,
  Authenticators,
  FreshSecondStep,
  SecondStepService,
  SecondStepReset,
  SecondStepResolver,
];

/** Global, because its guard protects every operation. */
@Global()
@Module({
  imports: [FilesModule],
  controllers: [MyDataController, LogoController, SingleSignOnController],
  providers: [
    Access,
    AccountRightsReader,
    RateLimits,
    SecurityEvents,
    SecurityEventReads,
    SecurityEventResolver,
    StaffTrail,
    StaffActionReads,
    StaffActionResolver,
    RecordNames,
    ...seals,
    ...features,
    ...customRoles,
    ...accounts,
    ...roles,
    ...sessions,
    ...firstStep,
    ...codes,
    SignInResolver,
    ...secondStep,
    ...passkeys,
    ...singleSignOn,
    ...personalDataProviders,
    { provide: APP_GUARD, useClass: AllowGuard },
  ],
  exports: [
    Access,
    AccountRightsReader,
    DataRequests,
    EmailRequestLimits,
    Erasures,
    FreshSecondStep,
    GrantService,
    AccountCreation,
    LegalHolds,
    Letterheads,
    ErasureSteps,
    Features,
    PowerChanges,
    AccountSeals,
    RateLimits,
    RecordGrants,
    RecentSignIn,
    SecurityEvents,
    SessionService,
    SettingsStore,
    StaffAreas,
    StaffTrail,
    RecordNames,
    TwoPersonRule,
  ],
})
export class IdentityModule {}
