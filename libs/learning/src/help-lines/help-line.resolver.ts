import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { HelpLine, ManagedHelpLine } from './help-line.entity.js';
import { HelpLineInput } from './help-line.input.js';
import { HelpLines } from './help-lines.service.js';

@Resolver(() => HelpLine)
export class HelpLineResolver {
  constructor(private readonly lines: HelpLines) {}

  @Query(() => [HelpLine], {
    description: 'Where somebody in need can call or write to, in the order to show them in.',
  })
  @Allow('anyone')
  helpLines(): Promise<HelpLine[]> {
    return this.lines.published();
  }

  @Query(() => [ManagedHelpLine], { description: 'All help lines, also those that are not on the site.' })
  @Allow('moderator', 'advocate')
  allHelpLines(): Promise<ManagedHelpLine[]> {
    return this.lines.list();
  }

  @Mutation(() => ManagedHelpLine, { description: 'Adds a help line; it is not on the site yet.' })
  @Allow('moderator', 'advocate')
  createHelpLine(@CurrentActor() actor: Actor, @Args('input') input: HelpLineInput): Promise<ManagedHelpLine> {
    return this.lines.create(actor, input);
  }

  @Mutation(() => ManagedHelpLine, { description: 'Changes what a help line says; it counts as checked today.' })
  @Allow('moderator', 'advocate')
  updateHelpLine(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: HelpLineInput,
  ): Promise<ManagedHelpLine> {
    return this.lines.update(actor, id, input);
  }

  @Mutation(() => ManagedHelpLine, { description: 'Says that it was compared with its source today, and is right.' })
  @Allow('moderator', 'advocate')
  verifyHelpLine(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedHelpLine> {
    return this.lines.verify(actor, id);
  }

  @Mutation(() => ManagedHelpLine, {
    description: 'Puts a help line on the site, or takes it off it; the last of its kind stays.',
  })
  @Allow('moderator', 'advocate')
  publishHelpLine(
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'False takes it off the site.' })
    published: boolean,
  ): Promise<ManagedHelpLine> {
    return this.lines.publish(id, published);
  }
}
