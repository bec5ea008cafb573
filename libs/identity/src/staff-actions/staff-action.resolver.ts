import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement, type Connection } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { Area } from '../roles/staff-area.js';
import { StaffActionReads } from './staff-action-reads.js';
import { StaffActionConnection, StaffActionEntry, StaffActionsArgs } from './staff-action.type.js';

@Resolver(() => StaffActionEntry)
export class StaffActionResolver {
  constructor(private readonly reads: StaffActionReads) {}

  @Query(() => StaffActionConnection, {
    description:
      'Log of staff actions, newest first: person, operation, affected objects, and time. Contents are not recorded.',
  })
  @Allow('admin')
  staffActions(@Args() args: StaffActionsArgs): Promise<Connection<StaffActionEntry>> {
    return this.reads.list(args);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Records that the caller is exporting a list to a file, in the log of staff actions.',
  })
  @Allow('organizer', 'moderator', 'finance', 'advocate')
  @Area.every()
  noteExport(
    @Args('list', { type: () => String, description: 'Name of the list, as used by its screen.' }) list: string,
  ) {
    return this.reads.noteExport(list);
  }
}
