import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { Actor } from '@upstander/identity';
import { badInput, isUuid, LocalDateScalar, notFound } from '@upstander/platform';
import type { VolunteerAccess } from '../access/volunteer-access.js';

/** Five years: reports are monthly. */
const maxDays = 1827;

@ArgsType()
export class ReportArgs {
  @Field(() => LocalDateScalar, { description: 'First day, inclusive.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'Last day, inclusive; at most five years after the first.' })
  to!: string;
  @Field(() => ID, { nullable: true, description: "Only this chapter; omit for all of the caller's chapters." })
  chapterId?: string | null;
}

/**
 * Returns the chapters a report covers, or null for all.
 * @throws Refusal BAD_INPUT, NOT_FOUND for a chapter the actor has no access to
 */
export function reportChapters(access: VolunteerAccess, actor: Actor, { from, to, chapterId }: ReportArgs) {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw badInput({ to: 'before-start' });
  if (days > maxDays) throw badInput({ to: 'too-late' });
  if (chapterId === null || chapterId === undefined) {
    const chapters = access.chaptersOf(actor);
    return chapters === 'all' ? null : chapters;
  }
  if (!isUuid(chapterId) || !access.canActForChapter(actor, chapterId)) throw notFound('This chapter');
  return [chapterId];
}
