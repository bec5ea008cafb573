import { Global, Module } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { AccountNoticeTemplate } from './account-notices/account-notice.mail.js';
import { MakeAccountNotices } from './account-notices/make-account-notices.processor.js';
import { DailyDigestMail } from './digests/daily-digest.mail.js';
import { Digests } from './digests/digests.service.js';
import { DeliverDueMail } from './delivery/deliver-due-mail.processor.js';
import { MailBatch } from './delivery/mail-batch.js';
import { MailClaims } from './delivery/mail-claims.js';
import { MailTimeLimits } from './delivery/mail-patience.js';
import { MailMetrics } from './delivery/mail-metrics.js';
import { SmsMetrics } from './sms/outbox/sms-metrics.js';
import { MailTransport } from './delivery/mail-transport.js';
import { MailWriter } from './delivery/mail-writer.js';
import { UnwantedMails } from './templates/unwanted-mails.js';
import { DeliveryReports } from './delivery-problems/delivery-reports.service.js';
import { DeliveryProblems } from './delivery-problems/delivery-problems.service.js';
import { DeliveryLogResolver } from './delivery-log/delivery-log.resolver.js';
import { DeliveryLogService } from './delivery-log/delivery-log.service.js';
import { DiscreetMail } from './delivery/discreet-mail.js';
import { Outbox } from './mails/outbox.js';
import { DataMails } from './peoples-data/data-mails.js';
import { MailsOfPerson } from './peoples-data/mails-of-person.js';
import { MakeDataMails } from './peoples-data/make-data-mails.processor.js';
import { AccountChangedTemplate } from './sign-in-mail/account-changed.mail.js';
import { AccountInvitationTemplate } from './sign-in-mail/account-invitation.mail.js';
import { NotificationPreferenceResolver } from './preferences/notification-preference.resolver.js';
import { NotificationPreferencesService } from './preferences/notification-preferences.service.js';
import { PreferenceLinks } from './preferences/preference-links.js';
import { MakeStaffNotices } from './staff-notices/make-staff-notices.processor.js';
import { StaffNoticeMail } from './staff-notices/staff-notice.mail.js';
import { StaffNotices } from './staff-notices/staff-notices.service.js';
import { MakeSignInMails } from './sign-in-mail/make-sign-in-mails.processor.js';
import { Replies } from './replies/replies.service.js';
import { ReplyAddresses } from './replies/reply-addresses.js';
import { ReplyController } from './replies/reply.controller.js';
import { SmsCallbacksController } from './sms/provider/sms-callbacks.controller.js';
import { SmsProvider } from './sms/provider/sms-provider.js';
import { createSmsProvider } from './sms/provider/twilio-sms-provider.js';
import { SmsConsents } from './sms/consent/sms-consents.service.js';
import { SmsPreferences } from './sms/consent/sms-preferences.service.js';
import { SmsInboxService } from './sms/inbox/sms-inbox.service.js';
import { DeliverDueSms } from './sms/outbox/deliver-due-sms.processor.js';
import { SmsBatch } from './sms/outbox/sms-batch.js';
import { SmsClaims } from './sms/outbox/sms-claims.js';
import { SmsHistoryReader } from './sms/history/sms-history.js';
import { DiscreetSms } from './sms/discreet/discreet-sms.js';
import { SmsOutbox } from './sms/diversion/sms-outbox.js';
import { SmsWriter } from './sms/outbox/sms-writer.js';
import { SmsInbox } from './sms/provider/sms-inbox.js';
import { SmsZones } from './sms/quiet-hours/sms-zones.js';
import { SmsTransport } from './sms/sms-transport.js';
import { SignInCodeTemplate } from './sign-in-mail/sign-in-code.mail.js';
import { MailTemplates } from './templates/mail-templates.js';
import { EmailTestTemplate } from './wording/email-test.mail.js';
import { EmailWordingResolver } from './wording/email-wording.resolver.js';
import { EmailWordingService } from './wording/email-wording.service.js';
import { MailWording } from './wording/mail-wording.js';

/** Global: other libraries define templates and write to the outbox. */
@Global()
@Module({
  controllers: [ReplyController, SmsCallbacksController],
  providers: [
    MailTemplates,
    Outbox,
    MailClaims,
    MailTimeLimits,
    MailWriter,
    UnwantedMails,
    Digests,
    DailyDigestMail,
    DeliveryProblems,
    DeliveryReports,
    PreferenceLinks,
    NotificationPreferencesService,
    NotificationPreferenceResolver,
    StaffNotices,
    StaffNoticeMail,
    MakeStaffNotices,
    MailTransport,
    DiscreetMail,
    DiscreetSms,
    MailMetrics,
    SmsMetrics,
    MailBatch,
    DeliverDueMail,
    DeliveryLogService,
    DeliveryLogResolver,
    SignInCodeTemplate,
    AccountInvitationTemplate,
    AccountChangedTemplate,
    MakeSignInMails,
    AccountNoticeTemplate,
    MakeAccountNotices,
    DataMails,
    MailsOfPerson,
    MakeDataMails,
    Replies,
    ReplyAddresses,
    { provide: SmsProvider, inject: [Config], useFactory: createSmsProvider },
    SmsTransport,
    SmsZones,
    SmsConsents,
    SmsPreferences,
    SmsOutbox,
    SmsHistoryReader,
    SmsClaims,
    SmsWriter,
    SmsBatch,
    DeliverDueSms,
    { provide: SmsInbox, useClass: SmsInboxService },
    MailWording,
    EmailTestTemplate,
    EmailWordingService,
    EmailWordingResolver,
  ],
  exports: [
    MailTemplates,
    Outbox,
    DiscreetMail,
    DiscreetSms,
    Replies,
    ReplyAddresses,
    DeliveryProblems,
    NotificationPreferencesService,
    StaffNotices,
    SmsInbox,
    SmsZones,
    SmsHistoryReader,
    SmsTransport,
  ],
})
export class NotificationsModule {}
