import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement, type Connection } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { StaffActionReads } from './staff-action-reads.js';
import { StaffActionConnection, StaffActionEntry, StaffActionsArgs } from './staff-action.type.js';

@Resolver(() => StaffActionEntry)
export class StaffActionResolver {
  constructor(private readonly reads: StaffActionReads) {}

  @Query(() => StaffActionConnection, {
    description: 'What staff did, the latest first: who, which operation, which things, when. Never what was written.',
  })
  @Allow('admin')
  staffActions(@Args() args: StaffActionsArgs): Promise<Connection<StaffActionEntry>> {
    return this.reads.list(args);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Says that a list leaves as a file, page by page, so that it is written down as what staff did.',
  })
  @Allow('organizer', 'moderator', 'finance', 'advocate')
  noteExport(@Args('list', { type: () => String, description: 'The list, as its screen calls it.' }) list: string) {
    return this.reads.noteExport(list);
  }
}
