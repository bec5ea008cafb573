import { Module } from '@nestjs/common';
import { MailLayout } from './layout/mail-layout.js';
import { Outbox } from './mail/outbox.js';
import { MailTemplates } from './templates/mail-templates.js';

@Module({
  providers: [MailTemplates, MailLayout, Outbox],
  exports: [MailTemplates, MailLayout, Outbox],
})
export class NotificationsModule {}
