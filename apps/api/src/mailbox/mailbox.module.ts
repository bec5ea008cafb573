import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@upstander/platform';
import { MailCatcher } from './mail-catcher.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailbox } from './mailbox.js';
import { PhoneController } from './phone.controller.js';

/** Emails and texts that don't leave this machine. */
@Module({})
export class MailboxModule {
  static register({ DEV_MAILBOX_PORT, DEV_PHONE_URL }: Config): DynamicModule {
    const hasMailbox = DEV_MAILBOX_PORT !== undefined;
    return {
      module: MailboxModule,
      controllers: [...(hasMailbox ? [MailboxController] : []), ...(DEV_PHONE_URL ? [PhoneController] : [])],
      providers: hasMailbox ? [Mailbox, MailCatcher] : [],
    };
  }
}
