import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { fileUrl } from '@upstander/accounting';
import { DateTimeScalar, Instant, Json, LongText, Refusal } from '@upstander/platform';

/** A page has no summary, and only a page has a photo. */
export interface EditedText {
  title: string;
  summary?: string;
  story: string;
  photo?: EditedPhoto;
}

export interface EditedPhoto {
  fileId: string;
  alt: string;
  /** When the owner stated that everyone in the photo agreed to it. */
  agreedAt: string;
}

/** Pending edits as stored with the approved text: the text, when it was submitted, and the decision. */
export abstract class StoredEdit {
  @Json({ nullable: true }) edit!: EditedText | null;
  @Instant({ nullable: true }) editAt!: Date | null;
  @LongText({ max: 2_000, nullable: true }) editNote!: string | null;
}

@ObjectType({ description: 'A photo that awaits review.' })
export class SubmittedPhoto {
  @Field(() => String, { description: 'Path on this site. Only staff can open it.' }) url!: string;
  @Field(() => String, { description: 'Alternative text for people who cannot see the photo.' }) alt!: string;
}

@ObjectType({
  description: 'Edits to a public campaign or page, hidden from the public until approved.',
})
export class PendingEdit {
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'New summary; empty for a page, which has none.' }) summary!: string;
  @Field(() => String, { description: 'New story in Markdown.' }) story!: string;
  @Field(() => SubmittedPhoto, { nullable: true, description: 'New photo of a page; null if it stays the same.' })
  photo!: SubmittedPhoto | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the edit was submitted; null once decided.' })
  at!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the edit was declined.' }) note!: string | null;
}

@InputType({ description: 'A decision on edits to public text.' })
export class ReviewEditInput {
  @Field(() => ID, { description: 'ID of the campaign or page.' }) id!: string;
  @Field(() => Boolean) approve!: boolean;
  @Field(() => String, { nullable: true, description: 'Reason for declining; visible to the owner.' }) note?:
    | string
    | null;
  @Field(() => DateTimeScalar, {
    description: 'The `at` of the edit that was reviewed. A newer edit is not approved.',
  })
  readAt!: Date;
}

export function pendingEdit(stored: Omit<StoredEdit, 'editAt'> & { editAt: Date | string | null }): PendingEdit | null {
  if (!stored.edit) return null;
  const { title, summary = '', story, photo } = stored.edit;
  const submittedPhoto = photo ? { url: fileUrl(photo.fileId), alt: photo.alt } : null;
  return {
    title,
    summary,
    story,
    photo: submittedPhoto,
    at: stored.editAt === null ? null : new Date(stored.editAt),
    note: stored.editNote,
  };
}

export function conflictRefusal(): Refusal {
  return new Refusal('CHANGED_MEANWHILE', 'It changed while you were reading. Please read it again.');
}
