import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { SystemHealthReads } from './system-health.js';
import { SystemHealth } from './system-health.type.js';

@Area.none()
@Resolver(() => SystemHealth)
export class SystemHealthResolver {
  constructor(private readonly reads: SystemHealthReads) {}

  @Query(() => SystemHealth, {
    description: 'Health of the installation: checks and jobs.',
  })
  @Allow('finance')
  systemHealth(@CurrentActor() actor: Actor): Promise<SystemHealth> {
    return this.reads.findSystemHealth(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Runs a job now, for example one that failed.' })
  @Allow('admin')
  runJob(@Args('name', { type: () => String, description: 'Name of the job.' }) name: string): Acknowledgement {
    return this.reads.runJob(name);
  }
}
