export { calendarUid } from './delivery/calendar-uid.js';
export { DeliverDueMail } from './delivery/deliver-due-mail.processor.js';
export { DiscreetMail, type DiscreetOutcome } from './delivery/discreet-mail.js';
export { claimMails } from './delivery/mail-claims.js';
export { mailDomain } from './delivery/mail-domain.js';
export { greeting } from './layout/greeting.js';
export {
  type MailBlock,
  type MailButton,
  type MailDescription,
  type MailFact,
  type Sender,
} from './layout/mail-layout.js';
export { Mail } from './mails/mail.entity.js';
export { insertMails, mailExists } from './mails/insert-mails.js';
export * from './mails/mail-data.js';
export { Outbox, type NewMail, type StaffRecipients } from './mails/outbox.js';
export { NotificationsModule } from './notifications.module.js';
export { Replies, type Reply, type ReplyTarget } from './replies/replies.service.js';
export { ReplyAddresses } from './replies/reply-addresses.js';
export { inboundUrl, smsAccountOf, type SmsAccount } from './sms/provider/sms-account.js';
export { composeSms, type SmsBody } from './sms/text/sms-text.js';
export { SmsHistory, SmsHistoryReader } from './sms/history/sms-history.js';
export { smsWording, wordingVersion } from './sms/consent/sms-consents.service.js';
export { SmsTransport } from './sms/sms-transport.js';
export { DiscreetSms } from './sms/discreet/discreet-sms.js';
export { isTextingTime, zonesOfNumber } from './sms/quiet-hours/quiet-hours.js';
export { SmsZones } from './sms/quiet-hours/sms-zones.js';
export { SmsInbox, type ReceivedSms, type SmsStatusReport } from './sms/provider/sms-inbox.js';
export {
  classifySmsError,
  SmsProvider,
  SmsRefusedError,
  SmsUnavailableError,
  type OutgoingSms,
} from './sms/provider/sms-provider.js';
export { SmsCallbacksController } from './sms/provider/sms-callbacks.controller.js';
export { smsSettings } from './sms/provider/sms.settings.js';
export { TwilioClient } from './sms/provider/twilio-client.js';
export { createSmsProvider, TwilioSmsProvider } from './sms/provider/twilio-sms-provider.js';
export { type MailContent, type MailRow, type Unsubscribe } from './templates/mail-template.js';
export {
  type DefinedMail,
  type DefinedSms,
  type DigestPart,
  type MailText,
  type SmsAnswer,
} from './templates/defined-mail.js';
export { editableTexts } from './wording/editable-texts.js';
export { allEmails } from './wording/email-texts.js';
export { interpretMessage, placeholdersOf } from './wording/icu-message.js';
export { writing } from './templates/writing.generated.js';
export { MailTemplates } from './templates/mail-templates.js';
export { DeliveryProblemKind, ShownDeliveryProblem } from './delivery-problems/delivery-problem.entity.js';
export { DeliveryProblems } from './delivery-problems/delivery-problems.service.js';
export { NotificationPreferencesService, type PreferenceCopy } from './preferences/notification-preferences.service.js';
export { PreferenceLinks } from './preferences/preference-links.js';
export { NotificationFrequency, NotificationTopic } from './preferences/notification-topic.js';
export {
  StaffNotices,
  type NoticeFacts,
  type NoticeSection,
  type NoticeWindow,
} from './staff-notices/staff-notices.service.js';
export { notificationLimits } from './notifications.limits.js';
export { notificationJobs } from './notifications.jobs.js';
export { notificationMetrics } from './notifications.metrics.js';
export { notificationSettings } from './notifications.settings.js';
