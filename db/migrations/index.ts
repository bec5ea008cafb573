import { CreatePlatform1795000000000 } from './1795000000000-create-platform.js';
import { CreateIdentity1795000001000 } from './1795000001000-create-identity.js';
import { CreateNotifications1795000002000 } from './1795000002000-create-notifications.js';
import { CreateVolunteers1795000003000 } from './1795000003000-create-volunteers.js';
import { CreateEvents1795000004000 } from './1795000004000-create-events.js';
import { CountRefusedTries1795000006000 } from './1795000006000-count-refused-tries.js';
import { GuardPowerfulRoles1795000007000 } from './1795000007000-guard-powerful-roles.js';
import { LookAfterEvents1795041000000 } from './1795041000000-look-after-events.js';
import { CreateLedger1796000000000 } from './1796000000000-create-ledger.js';
import { CreateCampaigns1796000001000 } from './1796000001000-create-campaigns.js';
import { CreateGifts1796000002000 } from './1796000002000-create-gifts.js';
import { CreateRecurringGifts1796000003000 } from './1796000003000-create-recurring-gifts.js';
import { CreateReceipts1796000004000 } from './1796000004000-create-receipts.js';
import { VersionCampaigns1796000041000 } from './1796000041000-version-campaigns.js';
import { KeepCredentials1797000000000 } from './1797000000000-keep-credentials.js';
import { HandOverPlaces1797200000000 } from './1797200000000-hand-over-places.js';
import { BringGuests1797200001000 } from './1797200001000-bring-guests.js';
import { FindShifts1797300000000 } from './1797300000000-find-shifts.js';
import { HangPosters1797400000000 } from './1797400000000-hang-posters.js';
import { CreateBusinesses1798000000000 } from './1798000000000-create-businesses.js';
import { CreateOpportunities1798000001000 } from './1798000001000-create-opportunities.js';
import { ShowDonorsAsChosen1799000100000 } from './1799000100000-show-donors-as-chosen.js';
import { KeepEditsAside1799000100500 } from './1799000100500-keep-edits-aside.js';
import { NormalizeAddresses1799010000000 } from './1799010000000-normalize-addresses.js';
import { BindCodesToBrowsers1799010001000 } from './1799010001000-bind-codes-to-browsers.js';
import { ReadImportsInTheWorker1799020000000 } from './1799020000000-read-imports-in-the-worker.js';
import { CloseChapters1799030000000 } from './1799030000000-close-chapters.js';
import { FollowSignIns1799030001000 } from './1799030001000-follow-sign-ins.js';
import { FollowTheMoneyInTheAdmin1799040000000 } from './1799040000000-follow-the-money-in-the-admin.js';
import { ApproveAVersion1799050000000 } from './1799050000000-approve-a-version.js';
import { WriteStatusChangesOnce1799060000000 } from './1799060000000-write-status-changes-once.js';
import { KnowVolunteers1799070000000 } from './1799070000000-know-volunteers.js';
import { KnowBrowsers1799071000000 } from './1799071000000-know-browsers.js';
import { CountWhatIsOnTheSite1799080100000 } from './1799080100000-count-what-is-on-the-site.js';
import { IndexLessOfAGift1799200000000 } from './1799200000000-index-less-of-a-gift.js';
import { SaveViews1799400000000 } from './1799400000000-save-views.js';
import { WriteToVolunteers1799500000000 } from './1799500000000-write-to-volunteers.js';
import { MergeVolunteers1799501000000 } from './1799501000000-merge-volunteers.js';
import { KeepAttendance1799600000000 } from './1799600000000-keep-attendance.js';
import { CountHours1799600001000 } from './1799600001000-count-hours.js';
import { SayWhoMayCome1799710000000 } from './1799710000000-say-who-may-come.js';
import { OpenShiftsInStages1799730000000 } from './1799730000000-open-shifts-in-stages.js';
import { FindVolunteersFast1799731000000 } from './1799731000000-find-volunteers-fast.js';
import { IndexShiftsOnline1799732000000 } from './1799732000000-index-shifts-online.js';
import { CreateArticles1799770000000 } from './1799770000000-create-articles.js';
import { IndexShiftsThatAsk1799820000000 } from './1799820000000-index-shifts-that-ask.js';
import { SignUpForSeveralShifts1799830000000 } from './1799830000000-sign-up-for-several-shifts.js';
import { KnowWhereVolunteersLive1799831000000 } from './1799831000000-know-where-volunteers-live.js';
import { CreateCourses1799850001000 } from './1799850001000-create-courses.js';
import { EditArticles1799850000000 } from './1799850000000-edit-articles.js';
import { CreateHelpLines1799840000000 } from './1799840000000-create-help-lines.js';
import { CreateServices1799841000000 } from './1799841000000-create-services.js';
import { CreateOutreach1799860000000 } from './1799860000000-create-outreach.js';
import { SignWaiversAtTheDoor1799870000000 } from './1799870000000-sign-waivers-at-the-door.js';
import { ExchangeServices1799870031000 } from './1799870031000-exchange-services.js';
import { SearchTheSite1799870030000 } from './1799870030000-search-the-site.js';
import { CreatePhotos1799870040000 } from './1799870040000-create-photos.js';
import { TakeMessages1799870041000 } from './1799870041000-take-messages.js';
import { IndexEventsNear1799870050000 } from './1799870050000-index-events-near.js';
import { SayWhatHappensWhen1799870051000 } from './1799870051000-say-what-happens-when.js';
import { SayWhatAmountsDo1799870052000 } from './1799870052000-say-what-amounts-do.js';
import { KeepGeneralFunds1799870053000 } from './1799870053000-keep-general-funds.js';
import { FollowJobs1799870070000 } from './1799870070000-follow-jobs.js';
import { WriteDownStaffActions1799870071000 } from './1799870071000-write-down-staff-actions.js';
import { KnowTheAppSecret1799870080000 } from './1799870080000-know-the-app-secret.js';
import { KeepPeoplesData1799870090000 } from './1799870090000-keep-peoples-data.js';
import { LetMailsWait1799870100000 } from './1799870100000-let-mails-wait.js';
import { ForgetWhoeverIsErased1799870120000 } from './1799870120000-forget-whoever-is-erased.js';
import { CheckTheLedgerByParts1799870130000 } from './1799870130000-check-the-ledger-by-parts.js';
import { KeepFilesInABucket1799870150000 } from './1799870150000-keep-files-in-a-bucket.js';
import { FindMailsOfSomebody1799870151000 } from './1799870151000-find-mails-of-somebody.js';
import { CountFileAttempts1799880301000 } from './1799880301000-count-file-attempts.js';
import { KnowCounties1799880300000 } from './1799880300000-know-counties.js';
import { HandOverWithGuests1799880400000 } from './1799880400000-hand-over-with-guests.js';
import { KeepCalendarUids1799880700000 } from './1799880700000-keep-calendar-uids.js';
import { IndexCampaignsOfEvents1799880701000 } from './1799880701000-index-campaigns-of-events.js';
import { GiveKiosksALink1799880500000 } from './1799880500000-give-kiosks-a-link.js';
import { WithdrawErasuresByTwo1799880600000 } from './1799880600000-withdraw-erasures-by-two.js';
import { SealPowerfulRows1799880100000 } from './1799880100000-seal-powerful-rows.js';
import { TwoPeopleForHelpLines1799880800000 } from './1799880800000-two-people-for-help-lines.js';
import { FindClosures1799880200000 } from './1799880200000-find-closures.js';
import { InformAboutTheLaw1799880801000 } from './1799880801000-inform-about-the-law.js';
import { RequestSchoolTalks1799880850000 } from './1799880850000-request-school-talks.js';
import { WithdrawArticlesByTwo1799880851000 } from './1799880851000-withdraw-articles-by-two.js';
import { NameProposedValues1799880852000 } from './1799880852000-name-proposed-values.js';
import { CorrectPayouts1799880920000 } from './1799880920000-correct-payouts.js';
import { AdmitWithoutEmail1799881000000 } from './1799881000000-admit-without-email.js';
import { KeepDriftOfApps1799882000000 } from './1799882000000-keep-drift-of-apps.js';
import { MessageAnEventsPeople1799883000000 } from './1799883000000-message-an-events-people.js';
import { CheckInEarly1799886000000 } from './1799886000000-check-in-early.js';
import { LeadShifts1799886001000 } from './1799886001000-lead-shifts.js';
import { RepeatEvents1799884000000 } from './1799884000000-repeat-events.js';
import { KeepStandingSignups1799885000000 } from './1799885000000-keep-standing-signups.js';
import { DecideSettings1799887000000 } from './1799887000000-decide-settings.js';
import { SendWebhooks1799889000000 } from './1799889000000-send-webhooks.js';
import { KeepRecoveryCodes1799889100000 } from './1799889100000-keep-recovery-codes.js';
import { RegisterParticipants1799888000000 } from './1799888000000-register-participants.js';
import { ReceiveReplies1799888020000 } from './1799888020000-receive-replies.js';
import { MessageParticipants1799888050000 } from './1799888050000-message-participants.js';
import { SignUpGroups1799888010000 } from './1799888010000-sign-up-groups.js';
import { ReserveSpots1799888011000 } from './1799888011000-reserve-spots.js';
import { ShareEvents1799890210000 } from './1799890210000-share-events.js';
import { IssueAccessTokens1799890310000 } from './1799890310000-issue-access-tokens.js';
import { IndexLargeTables1799890399000 } from './1799890399000-index-large-tables.js';
import { AddPhotosToPages1799890330000 } from './1799890330000-add-photos-to-pages.js';
import { TextVolunteers1799890400000 } from './1799890400000-text-volunteers.js';
import { RecordBackups1799890410000 } from './1799890410000-record-backups.js';
import { AddSingleSignOn1799890430000 } from './1799890430000-add-single-sign-on.js';
import { IndexGroupGrants1799890440000 } from './1799890440000-index-group-grants.js';
import { CollectEmails1799890500000 } from './1799890500000-collect-emails.js';
import { IndexCollectedEmails1799890501000 } from './1799890501000-index-collected-emails.js';
import { ListTexts1799890510000 } from './1799890510000-list-texts.js';
import { GiveChaptersWebhooks1799890520000 } from './1799890520000-give-chapters-webhooks.js';
import { KnowDoorLinks1799890620000 } from './1799890620000-know-door-links.js';
import { ValidateDoorLinks1799890621000 } from './1799890621000-validate-door-links.js';
import { RecordRestoreDrills1799890630000 } from './1799890630000-record-restore-drills.js';
import { NarrowRoles1799890200000 } from './1799890200000-narrow-roles.js';
import { IndexSeriesDates1799888060000 } from './1799888060000-index-series-dates.js';
import { MessageGroups1799888070000 } from './1799888070000-message-groups.js';
import { IntroduceTheTeam1799890010000 } from './1799890010000-introduce-the-team.js';
import { AskVolunteers1799886002000 } from './1799886002000-ask-volunteers.js';
import { ChooseNotifications1799890100000 } from './1799890100000-choose-notifications.js';
import { AddPasskeys1799890300000 } from './1799890300000-add-passkeys.js';

/** Every migration, oldest first. */
export const migrations = [
  CreatePlatform1795000000000,
  CreateIdentity1795000001000,
  CreateNotifications1795000002000,
  CreateVolunteers1795000003000,
  CreateEvents1795000004000,
  CountRefusedTries1795000006000,
  GuardPowerfulRoles1795000007000,
  LookAfterEvents1795041000000,
  CreateLedger1796000000000,
  CreateCampaigns1796000001000,
  CreateGifts1796000002000,
  CreateRecurringGifts1796000003000,
  CreateReceipts1796000004000,
  VersionCampaigns1796000041000,
  KeepCredentials1797000000000,
  HandOverPlaces1797200000000,
  BringGuests1797200001000,
  FindShifts1797300000000,
  HangPosters1797400000000,
  CreateBusinesses1798000000000,
  CreateOpportunities1798000001000,
  ShowDonorsAsChosen1799000100000,
  KeepEditsAside1799000100500,
  NormalizeAddresses1799010000000,
  BindCodesToBrowsers1799010001000,
  ReadImportsInTheWorker1799020000000,
  CloseChapters1799030000000,
  FollowSignIns1799030001000,
  FollowTheMoneyInTheAdmin1799040000000,
  ApproveAVersion1799050000000,
  WriteStatusChangesOnce1799060000000,
  KnowVolunteers1799070000000,
  KnowBrowsers1799071000000,
  CountWhatIsOnTheSite1799080100000,
  IndexLessOfAGift1799200000000,
  SaveViews1799400000000,
  WriteToVolunteers1799500000000,
  MergeVolunteers1799501000000,
  KeepAttendance1799600000000,
  CountHours1799600001000,
  SayWhoMayCome1799710000000,
  OpenShiftsInStages1799730000000,
  FindVolunteersFast1799731000000,
  IndexShiftsOnline1799732000000,
  CreateArticles1799770000000,
  IndexShiftsThatAsk1799820000000,
  SignUpForSeveralShifts1799830000000,
  KnowWhereVolunteersLive1799831000000,
  CreateHelpLines1799840000000,
  CreateServices1799841000000,
  EditArticles1799850000000,
  CreateCourses1799850001000,
  CreateOutreach1799860000000,
  SignWaiversAtTheDoor1799870000000,
  SearchTheSite1799870030000,
  ExchangeServices1799870031000,
  CreatePhotos1799870040000,
  TakeMessages1799870041000,
  IndexEventsNear1799870050000,
  SayWhatHappensWhen1799870051000,
  SayWhatAmountsDo1799870052000,
  KeepGeneralFunds1799870053000,
  FollowJobs1799870070000,
  WriteDownStaffActions1799870071000,
  KnowTheAppSecret1799870080000,
  KeepPeoplesData1799870090000,
  LetMailsWait1799870100000,
  ForgetWhoeverIsErased1799870120000,
  CheckTheLedgerByParts1799870130000,
  KeepFilesInABucket1799870150000,
  FindMailsOfSomebody1799870151000,
  KnowCounties1799880300000,
  HandOverWithGuests1799880400000,
  KeepCalendarUids1799880700000,
  IndexCampaignsOfEvents1799880701000,
  CountFileAttempts1799880301000,
  GiveKiosksALink1799880500000,
  WithdrawErasuresByTwo1799880600000,
  SealPowerfulRows1799880100000,
  TwoPeopleForHelpLines1799880800000,
  FindClosures1799880200000,
  InformAboutTheLaw1799880801000,
  RequestSchoolTalks1799880850000,
  WithdrawArticlesByTwo1799880851000,
  NameProposedValues1799880852000,
  CorrectPayouts1799880920000,
  AdmitWithoutEmail1799881000000,
  KeepDriftOfApps1799882000000,
  MessageAnEventsPeople1799883000000,
  RepeatEvents1799884000000,
  KeepStandingSignups1799885000000,
  CheckInEarly1799886000000,
  LeadShifts1799886001000,
  AskVolunteers1799886002000,
  DecideSettings1799887000000,
  SendWebhooks1799889000000,
  KeepRecoveryCodes1799889100000,
  RegisterParticipants1799888000000,
  ReceiveReplies1799888020000,
  SignUpGroups1799888010000,
  ReserveSpots1799888011000,
  MessageParticipants1799888050000,
  IndexSeriesDates1799888060000,
  MessageGroups1799888070000,
  IntroduceTheTeam1799890010000,
  ChooseNotifications1799890100000,
  NarrowRoles1799890200000,
  ShareEvents1799890210000,
  AddPasskeys1799890300000,
  IssueAccessTokens1799890310000,
  AddPhotosToPages1799890330000,
  IndexLargeTables1799890399000,
  TextVolunteers1799890400000,
  RecordBackups1799890410000,
  AddSingleSignOn1799890430000,
  IndexGroupGrants1799890440000,
  CollectEmails1799890500000,
  IndexCollectedEmails1799890501000,
  ListTexts1799890510000,
  GiveChaptersWebhooks1799890520000,
  KnowDoorLinks1799890620000,
  ValidateDoorLinks1799890621000,
  RecordRestoreDrills1799890630000,
];
