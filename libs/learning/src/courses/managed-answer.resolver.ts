import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { BilingualText } from './course.entity.js';
import { LocalizedText, ManagedAnswer } from './managed-course.js';

@Resolver(() => ManagedAnswer)
export class ManagedAnswerResolver {
  @ResolveField(() => LocalizedText, { description: 'Explanation of why it is right or wrong.' })
  explanation(@Parent() { why }: ManagedAnswer): BilingualText {
    return why;
  }
}
