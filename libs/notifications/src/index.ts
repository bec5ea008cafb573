export { MailLayout, type MailBlock, type MailContent } from './layout/mail-layout.js';
export { Mail, type MailStatus } from './mail/mail.entity.js';
export { Outbox, type MailToSend } from './mail/outbox.js';
export { notificationsEntities } from './notifications.entities.js';
export { NotificationsModule } from './notifications.module.js';
export type { MailLocale, MailRow, MailTemplate, RenderedMail } from './templates/mail-template.js';
export { MailTemplates } from './templates/mail-templates.js';
