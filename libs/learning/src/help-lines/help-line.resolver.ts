import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { HelpLineChanges } from './help-line-changes.service.js';
import { HelpLineReads } from './help-line-reads.service.js';
import { HelpLine } from './help-line.entity.js';
import { HelpLineInput } from './help-line.input.js';
import { HelpLines } from './help-lines.service.js';
import { ManagedHelpLine } from './managed-help-line.js';

@Area('help_directory')
@Resolver(() => HelpLine)
export class HelpLineResolver {
  constructor(
    private readonly lines: HelpLines,
    private readonly changes: HelpLineChanges,
    private readonly reads: HelpLineReads,
  ) {}

  @Query(() => [HelpLine], {
    description: 'Help lines for people in need, in display order.',
  })
  @Allow('anyone')
  helpLines(): Promise<HelpLine[]> {
    return this.reads.published();
  }

  @Query(() => [ManagedHelpLine], { description: 'All help lines, including unpublished ones.' })
  @Allow('moderator', 'advocate')
  allHelpLines(@CurrentActor() actor: Actor): Promise<ManagedHelpLine[]> {
    return this.reads.list(actor);
  }

  @Mutation(() => ManagedHelpLine, { description: 'Creates a help line, not published yet.' })
  @Allow('moderator', 'advocate')
  createHelpLine(@CurrentActor() actor: Actor, @Args('input') input: HelpLineInput): Promise<ManagedHelpLine> {
    return this.lines.create(actor, input);
  }

  @Mutation(() => ManagedHelpLine, {
    description: 'Updates a help line. Changes to a published help line are shown once a second person approves.',
  })
  @Allow('moderator', 'advocate')
  updateHelpLine(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: HelpLineInput,
  ): Promise<ManagedHelpLine> {
    return this.lines.update(actor, id, input);
  }

  @Mutation(() => ManagedHelpLine, {
    description: 'Confirms that a help line was compared with its source today and is correct.',
  })
  @Allow('moderator', 'advocate')
  verifyHelpLine(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedHelpLine> {
    return this.lines.verify(actor, id);
  }

  @Mutation(() => ManagedHelpLine, {
    description: 'Requests that a help line be published or removed from the site; undoes a removal immediately.',
  })
  @Allow('moderator', 'advocate')
  publishHelpLine(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'True to publish, false to remove.' })
    published: boolean,
  ): Promise<ManagedHelpLine> {
    return this.lines.publish(actor, id, published);
  }

  @Mutation(() => ManagedHelpLine, { description: 'Approves a help line change requested by someone else.' })
  @Allow('moderator', 'advocate')
  approveHelpLineChange(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the change.' }) id: string,
  ): Promise<ManagedHelpLine> {
    return this.changes.approve(actor, id);
  }

  @Mutation(() => ManagedHelpLine, { description: "Declines a help line change, or withdraws the caller's own." })
  @Allow('moderator', 'advocate')
  declineHelpLineChange(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the change.' }) id: string,
  ): Promise<ManagedHelpLine> {
    return this.changes.decline(actor, id);
  }
}
