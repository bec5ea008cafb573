import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { MailLogConnection, MailLogEntry, MailLogFilter, SmsLogConnection, SmsLogFilter } from './delivery-log.js';
import { DeliveryLogService } from './delivery-log.service.js';

@Resolver()
export class DeliveryLogResolver {
  constructor(private readonly log: DeliveryLogService) {}

  @Query(() => MailLogConnection, { description: 'Log of all emails, newest first.' })
  @Allow('admin')
  mailLog(
    @Args('filter', { type: () => MailLogFilter, nullable: true }) filter: MailLogFilter | null,
    @Args() page: PageArgs,
  ) {
    return this.log.listEmails(filter, page);
  }

  @Query(() => SmsLogConnection, { description: 'Log of all texts to people, newest first, without codes.' })
  @Allow('admin')
  smsLog(
    @Args('filter', { type: () => SmsLogFilter, nullable: true }) filter: SmsLogFilter | null,
    @Args() page: PageArgs,
  ) {
    return this.log.listTexts(filter, page);
  }

  @Mutation(() => MailLogEntry, { description: 'Retries a failed or bounced email.' })
  @Allow('admin')
  retryMail(@Args('id', { type: () => ID }) id: string) {
    return this.log.retry(id);
  }
}
