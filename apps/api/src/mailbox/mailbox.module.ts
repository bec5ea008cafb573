import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@upstander/platform';
import { MailCatcher } from './mail-catcher.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailbox } from './mailbox.js';

@Module({})
export class MailboxModule {
  static register(config: Config): DynamicModule {
    const on = config.DEV_MAILBOX_PORT !== undefined;
    return {
      module: MailboxModule,
      controllers: on ? [MailboxController] : [],
      providers: on ? [Mailbox, MailCatcher] : [],
    };
  }
}
