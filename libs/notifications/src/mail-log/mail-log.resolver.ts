import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { MailLogConnection, MailLogEntry, MailLogFilter } from './mail-log.js';
import { MailLogService } from './mail-log.service.js';
import { PageArgs } from '@upstander/platform';

@Resolver()
export class MailLogResolver {
  constructor(private readonly log: MailLogService) {}

  @Query(() => MailLogConnection, { description: 'Log of all emails, newest first.' })
  @Allow('admin')
  mailLog(
    @Args('filter', { type: () => MailLogFilter, nullable: true }) filter: MailLogFilter | null,
    @Args() page: PageArgs,
  ) {
    return this.log.list(filter, page);
  }

  @Mutation(() => MailLogEntry, { description: 'Retries a failed or bounced email.' })
  @Allow('admin')
  retryMail(@Args('id', { type: () => ID }) id: string) {
    return this.log.retry(id);
  }
}
