import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Term, TermKind } from './term.entity.js';
import { TermInput } from './term.input.js';
import { Terms } from './terms.service.js';

@Resolver(() => Term)
export class TermResolver {
  constructor(private readonly terms: Terms) {}

  @Query(() => [Term], { description: 'Skills and interests that volunteers can choose.' })
  @Allow('anyone')
  volunteerTerms(@Args('kind', { type: () => TermKind, nullable: true }) kind?: TermKind | null): Promise<Term[]> {
    return this.terms.list(kind, false);
  }

  @Query(() => [Term], { description: 'All skills and interests, including retired ones.' })
  @Allow('admin')
  allVolunteerTerms(): Promise<Term[]> {
    return this.terms.list(null, true);
  }

  @Mutation(() => Term, { description: 'Creates a skill or interest.' })
  @Allow('admin')
  createVolunteerTerm(@Args('input') input: TermInput): Promise<Term> {
    return this.terms.create(input);
  }

  @Mutation(() => Term, { description: 'Renames a skill or interest. Volunteers who chose it keep it.' })
  @Allow('admin')
  updateVolunteerTerm(@Args('id', { type: () => ID }) id: string, @Args('input') input: TermInput): Promise<Term> {
    return this.terms.update(id, input);
  }

  @Mutation(() => Term, { description: 'Retires or restores a skill or interest. Volunteers who chose it keep it.' })
  @Allow('admin')
  retireVolunteerTerm(
    @Args('id', { type: () => ID }) id: string,
    @Args('retired', { type: () => Boolean, defaultValue: true }) isRetired: boolean,
  ): Promise<Term> {
    return this.terms.retire(id, isRetired);
  }
}
