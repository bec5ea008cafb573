import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { SecurityEventReads } from './security-event-reads.js';
import { SecurityEventConnection, SecurityEventEntry, SecurityEventsArgs } from './security-event.type.js';

@Resolver(() => SecurityEventEntry)
export class SecurityEventResolver {
  constructor(private readonly reads: SecurityEventReads) {}

  @Query(() => SecurityEventConnection, {
    description: 'Account events and denied attempts, newest first.',
  })
  @Allow('admin')
  securityEvents(@Args() args: SecurityEventsArgs): Promise<Connection<SecurityEventEntry>> {
    return this.reads.list(args);
  }
}
