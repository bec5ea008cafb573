import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Bytes,
  Code,
  Codes,
  Count,
  type EnumOf,
  Id,
  Instant,
  Ref,
  SeenBy,
  statusOf,
  Text,
  Status,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';

export const GiftImportStatus = statusOf('GiftImportStatus', 'How far an import is.', {
  checking: { to: ['checked', 'refused'], description: 'On its way through the checks.' },
  refused: { to: [], description: 'Not a file we can read; `problem` says why.' },
  checked: { to: ['importing'], description: 'Read and checked; nothing is imported yet.' },
  importing: { to: ['done'], description: 'The worker is reading it.' },
  done: { to: [], description: 'Every line was read.' },
});
export type GiftImportStatus = EnumOf<typeof GiftImportStatus>;

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
  @Status(GiftImportStatus, { seenBy }) status!: GiftImportStatus;
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
