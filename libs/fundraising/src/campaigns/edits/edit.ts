import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Instant, Json, LongText, Refusal } from '@upstander/platform';

/** New words, as a row keeps them beside those that are public. A page has no summary. */
export interface EditedWords {
  title: string;
  summary?: string;
  story: string;
}

/** New words beside the approved ones, as their row keeps them: what they say, since when they wait, and what was answered. */
export abstract class StoredEdit {
  @Json({ nullable: true }) edit!: EditedWords | null;
  @Instant({ nullable: true }) editAt!: Date | null;
  @LongText({ max: 2_000, nullable: true }) editNote!: string | null;
}

@ObjectType({
  description: 'New words for a public fundraiser or page; until they are approved, nobody else sees them.',
})
export class PendingEdit {
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Empty for a page, which has none.' }) summary!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) story!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it waits; null once it was answered.' })
  at!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was not taken over.' }) note!: string | null;
}

@InputType({ description: 'A yes or no to a change of words that are shown already.' })
export class ReviewEditInput {
  @Field(() => ID, { description: 'Of the campaign or the page.' }) id!: string;
  @Field(() => Boolean) approve!: boolean;
  @Field(() => String, { nullable: true, description: 'Why not; its owner reads it.' }) note?: string | null;
  @Field(() => DateTimeScalar, {
    description: 'The `at` of the edit that was read: a newer one is not approved unread.',
  })
  readAt!: Date;
}

/** The edit of the API; a time that came through JSON is text. */
export function pendingEdit(stored: Omit<StoredEdit, 'editAt'> & { editAt: Date | string | null }): PendingEdit | null {
  if (!stored.edit) return null;
  const { title, summary = '', story } = stored.edit;
  return { title, summary, story, at: stored.editAt === null ? null : new Date(stored.editAt), note: stored.editNote };
}

/** Somebody would approve what they have not read. */
export function changedMeanwhile(): Refusal {
  return new Refusal('CHANGED_MEANWHILE', 'It was changed while you were reading. Please read it once more.');
}
