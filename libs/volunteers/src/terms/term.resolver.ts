import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Term, TermKind } from './term.entity.js';
import { TermInput } from './term.input.js';
import { Terms } from './terms.service.js';

@Resolver(() => Term)
export class TermResolver {
  constructor(private readonly terms: Terms) {}

  @Query(() => [Term], { description: 'The skills and interests that volunteers choose from.' })
  @Allow('anyone')
  volunteerTerms(@Args('kind', { type: () => TermKind, nullable: true }) kind?: TermKind | null): Promise<Term[]> {
    return this.terms.list(kind, false);
  }

  @Query(() => [Term], { description: 'The same with those that nobody can choose any more.' })
  @Allow('admin')
  allVolunteerTerms(): Promise<Term[]> {
    return this.terms.list(null, true);
  }

  @Mutation(() => Term, { description: 'Adds a skill or an interest to choose from.' })
  @Allow('admin')
  createVolunteerTerm(@Args('input') input: TermInput): Promise<Term> {
    return this.terms.create(input);
  }

  @Mutation(() => Term, { description: 'Names a skill or an interest in other words; whoever chose it keeps it.' })
  @Allow('admin')
  updateVolunteerTerm(@Args('id', { type: () => ID }) id: string, @Args('input') input: TermInput): Promise<Term> {
    return this.terms.update(id, input);
  }

  @Mutation(() => Term, { description: 'Takes a word off the list (or puts it back); whoever chose it keeps it.' })
  @Allow('admin')
  retireVolunteerTerm(
    @Args('id', { type: () => ID }) id: string,
    @Args('retired', { type: () => Boolean, defaultValue: true }) retired: boolean,
  ): Promise<Term> {
    return this.terms.retire(id, retired);
  }
}
