import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Answer,
  Bytes,
  Choice,
  Code,
  Codes,
  Count,
  Id,
  Instant,
  Ref,
  SeenBy,
  Text,
  type StatusChanges,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';

export const GiftImportStatus = {
  CHECKING: 'checking',
  REFUSED: 'refused',
  CHECKED: 'checked',
  IMPORTING: 'importing',
  DONE: 'done',
} as const;
export type GiftImportStatus = (typeof GiftImportStatus)[keyof typeof GiftImportStatus];
registerEnumType(GiftImportStatus, {
  name: 'GiftImportStatus',
  description: 'How far an import is.',
  valuesMap: {
    CHECKING: { description: 'On its way through the checks.' },
    REFUSED: { description: 'Not a file we can read; `problem` says why.' },
    CHECKED: { description: 'Read and checked; nothing is imported yet.' },
  },
});

/** From where to where an import goes; the database keeps to it. */
export const giftImportChanges: StatusChanges<GiftImportStatus> = {
  checking: ['checked', 'refused'],
  refused: [],
  checked: ['importing'],
  importing: ['done'],
  done: [],
};

const seenBy = 'staff';

/** A file of gifts from another program. */
@Entity({ schema: 'fundraising', name: 'gift_import' })
export class GiftImport {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 200 }) fileName!: string;
  @Bytes() sha256!: Buffer;
  /** Until it is checked. */
  @Bytes({ nullable: true }) content!: Buffer | null;
  /** Those whose gifts whoever brought it may record; null for all. */
  @Column('uuid', { array: true, nullable: true }) chapters!: string[] | null;
  @Count({ seenBy, default: 0, description: 'Rows below the header, once they were counted.' }) rowsTotal!: number;
  @Count({ seenBy, default: 0, description: 'Rows that were checked so far.' }) rowsRead!: number;
  @Count({ seenBy, default: 0, description: 'Rows that became gifts so far.' }) rowsImported!: number;
  @Count({ seenBy, default: 0, description: 'Rows whose gift was here before; they change nothing.' })
  rowsKnown!: number;
  @Count({ seenBy, default: 0 }) rowsRefused!: number;
  @Choice(GiftImportStatus, { seenBy }) status!: GiftImportStatus;
  @Code({ seenBy, nullable: true, description: 'Why the whole file was refused: a code such as `not-utf8`.' })
  problem!: string | null;
  @Codes({ seenBy, description: 'Columns that the file has to have and has not.' }) missingColumns!: string[];
  @Ref() importedBy!: string;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy, nullable: true }) finishedAt!: Date | null;
}

@ObjectType({ description: 'A row of the file that was left out.' })
export class ImportRefusal {
  @Field(() => Int, { description: 'Its line in the file; the header is line 1.' }) row!: number;
  @Field(() => String, { nullable: true, description: 'The column, when it is about one.' }) column!: string | null;
  @Field(() => String, { description: 'What is wrong, as a stable code such as `not-an-amount`.' }) problem!: string;
}

@ObjectType({ description: 'A row as it was understood.' })
export class ImportPreviewRow {
  @Field(() => Int) row!: number;
  @Field(() => String) externalRef!: string;
  @Field(() => String) campaign!: string;
  @Field(() => String) name!: string;
  @Field(() => String) method!: string;
  @Field(() => String, { description: 'With its currency, or what was given in kind.' }) amount!: string;
  @Field(() => String) receivedOn!: string;
}

@ObjectType('GiftImport', { description: 'Gifts from a file of another program.' })
export class ManagedGiftImport extends SeenBy(GiftImport, 'staff') {
  @Answer(() => Int, { description: 'Rows that can be imported, before and after it has run.' }) rowsGood!: number;
  @Answer(() => [ImportRefusal], { description: 'The first 1,000 rows that were left out, in order of the file.' })
  refusals!: ImportRefusal[];
  @Answer(() => [ImportPreviewRow], { description: 'The first ten good rows, until they are imported.' })
  preview!: ImportPreviewRow[];
  @Answer(() => String) importedByName!: string;
}

@InputType({ description: 'The file of gifts that was looked at, to be booked now.' })
export class RunGiftImportInput {
  @Field(() => ID) id!: string;
}
