import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { Actor } from '@upstander/identity';
import { badInput, isUuid, LocalDateScalar, notThere } from '@upstander/platform';
import type { VolunteerAccess } from '../directory/volunteer-access.js';

/** A report is read by months: five years of them are enough. */
const mostDays = 1827;

@ArgsType()
export class ReportArgs {
  @Field(() => LocalDateScalar, { description: 'The first day.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'The last day, itself included; at most five years later.' })
  to!: string;
  @Field(() => ID, { nullable: true, description: 'Of one chapter; of all of yours when left out.' })
  chapterId?: string | null;
}

/** The chapters a report is about, null for all there are. @throws Refusal BAD_INPUT, NOT_FOUND for a chapter of others */
export function reportChapters(access: VolunteerAccess, actor: Actor, { from, to, chapterId }: ReportArgs) {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw badInput({ to: 'before-start' });
  if (days > mostDays) throw badInput({ to: 'too-late' });
  if (chapterId === null || chapterId === undefined) {
    const mine = access.chaptersOf(actor);
    return mine === 'all' ? null : mine;
  }
  if (!isUuid(chapterId) || !access.mayFor(actor, chapterId)) throw notThere('This chapter');
  return [chapterId];
}
