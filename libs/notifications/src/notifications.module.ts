import { Module } from '@nestjs/common';
import { DeliverDueMail } from './delivery/deliver-due-mail.processor.js';
import { MailBatch } from './delivery/mail-batch.js';
import { MailClaims } from './delivery/mail-claims.js';
import { MailTransport } from './delivery/mail-transport.js';
import { MailLogResolver } from './mail-log/mail-log.resolver.js';
import { MailLogService } from './mail-log/mail-log.service.js';
import { Outbox } from './mails/outbox.js';
import { MakeSignInMails } from './sign-in-mail/make-sign-in-mails.processor.js';
import { SignInCodeTemplate } from './sign-in-mail/sign-in-code.mail.js';
import { MailTemplates } from './templates/mail-templates.js';

@Module({
  providers: [
    MailTemplates,
    Outbox,
    MailClaims,
    MailTransport,
    MailBatch,
    DeliverDueMail,
    MailLogService,
    MailLogResolver,
    SignInCodeTemplate,
    MakeSignInMails,
  ],
  exports: [MailTemplates, Outbox],
})
export class NotificationsModule {}
