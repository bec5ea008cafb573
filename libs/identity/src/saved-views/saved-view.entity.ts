import { InputType, ObjectType } from '@nestjs/graphql';
import { Answer, Id, InputOf, Instant, LongText, OfPerson, Ref, SeenBy, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** A list as somebody looks at it, kept under a name: for themselves, or for all of staff in a chapter. */
@Entity({ schema: 'identity', name: 'saved_view' })
export class SavedView {
  @Id({ seenBy }) id!: string;
  @OfPerson('identity.account') @Ref() accountId!: string;
  @Text({ max: 40, required: true, description: 'Which list, by the name that the admin has for it.' })
  screen!: string;
  @Text({ seenBy, max: 60, required: true }) name!: string;
  @LongText({
    seenBy,
    max: 2_000,
    default: '',
    description: 'Its filters and order, as they stand behind the question mark of the address.',
  })
  address!: string;
  @Ref({ seenBy, nullable: true, description: 'The chapter whose staff sees it too; null for its owner alone.' })
  chapterId!: string | null;
  @Instant() createdAt!: Date;
}

@ObjectType('SavedView', { description: 'A list as somebody looks at it, kept under a name.' })
export class ShownSavedView extends SeenBy(SavedView, 'staff') {
  @Answer(() => String, { description: 'Whose it is.' }) ownerName!: string;
  @Answer(() => Boolean, { description: 'Whether the actor may delete it: its owner, and an admin.' })
  mayDelete!: boolean;
}

@InputType({ description: 'What a list is to be kept as; one of its owner with the same name is replaced.' })
export class SaveViewInput extends InputOf(SavedView, {
  required: ['screen', 'name', 'address'],
  optional: ['chapterId'],
}) {}
