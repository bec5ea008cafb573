import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { SystemHealthReads } from './system-health.js';
import { SystemHealth } from './system-health.type.js';

@Resolver(() => SystemHealth)
export class SystemHealthResolver {
  constructor(private readonly reads: SystemHealthReads) {}

  @Query(() => SystemHealth, {
    description: 'How the installation is doing: what is in order, what is not, and the jobs.',
  })
  @Allow('finance')
  systemHealth(@CurrentActor() actor: Actor): Promise<SystemHealth> {
    return this.reads.look(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Has a job run now, such as one that failed.' })
  @Allow('admin')
  runJob(@Args('name', { type: () => String, description: 'The name of the job.' }) name: string): Acknowledgement {
    return this.reads.runJob(name);
  }
}
