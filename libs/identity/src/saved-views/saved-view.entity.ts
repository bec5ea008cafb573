import { InputType, ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
  Id,
  InputOf,
  Instant,
  LongText,
  BelongsToPerson,
  Ref,
  SeenBy,
  Text,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';
import { RecordName } from '../record-names/record-name.js';

const seenBy = 'staff';

@PersonalData({
  noun: 'saved views',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until it is deleted',
  seenBy: 'staff of the chapter it is shared with',
  columns: { name: personal.content(deletedWithRow), address: personal.content(deletedWithRow) },
  also: { screen: 't.screen', created_at: 't.created_at' },
  others: splitColumns('screen'),
})
@RecordName('savedView', {
  also: ['view'],
  sql: 'SELECT id, name FROM identity.saved_view WHERE id = ANY ($1::uuid[])',
})
@Entity({ schema: 'identity', name: 'saved_view' })
export class SavedView {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson() @Ref() accountId!: string;
  @Text({ max: 40, required: true, description: 'Screen of the list, as named in the admin.' })
  screen!: string;
  @Text({ seenBy, max: 60, required: true }) name!: string;
  @LongText({
    seenBy,
    max: 2_000,
    default: '',
    description: "Filters and sort order, as in the URL's query string.",
  })
  address!: string;
  @Ref({
    seenBy,
    nullable: true,
    description: 'ID of the chapter whose staff can also use it; null for the owner only.',
  })
  chapterId!: string | null;
  @Instant() createdAt!: Date;
}

@ObjectType('SavedView', { description: 'A saved list view.' })
export class ShownSavedView extends SeenBy(SavedView, 'staff') {
  @ComputedField(() => String, { description: 'Name of the owner.' }) ownerName!: string;
  @ComputedField(() => Boolean, { description: 'True if the caller is the owner or an admin and can delete it.' })
  mayDelete!: boolean;
}

@InputType({ description: 'A list view to save. An existing view of the owner with the same name is replaced.' })
export class SaveViewInput extends InputOf(SavedView, {
  required: ['screen', 'name', 'address'],
  optional: ['chapterId'],
}) {}
