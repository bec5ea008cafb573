import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { SmsLogConnection, SmsLogFilter } from './sms-log.js';
import { SmsLogService } from './sms-log.service.js';

@Resolver()
export class SmsLogResolver {
  constructor(private readonly log: SmsLogService) {}

  @Query(() => SmsLogConnection, { description: 'Log of all texts to people, newest first, without codes.' })
  @Allow('admin')
  smsLog(
    @Args('filter', { type: () => SmsLogFilter, nullable: true }) filter: SmsLogFilter | null,
    @Args() page: PageArgs,
  ) {
    return this.log.list(filter, page);
  }
}
