import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@upstander/platform';

/** The mailbox of development. */
@Module({})
export class MailboxModule {
  static register(_config: Config): DynamicModule {
    return { module: MailboxModule };
  }
}
