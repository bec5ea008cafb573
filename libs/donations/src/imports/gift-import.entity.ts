import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
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
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';

export const GiftImportStatus = statusOf('GiftImportStatus', 'Status of a gift import.', {
  checking: { to: ['checked', 'refused'], description: 'The file is being checked.' },
  refused: { to: [], description: 'The file cannot be read; `problem` gives the reason.' },
  checked: { to: ['importing'], description: 'The file was checked; nothing is imported yet.' },
  importing: { to: ['done'], description: 'The import is running.' },
  done: { to: [], description: 'All rows were processed.' },
});
export type GiftImportStatus = EnumOf<typeof GiftImportStatus>;

const seenBy = 'staff';

@PersonalData({
  noun: 'imports of gifts',
  of: { donor: null },
  erasure: 'none',
  kept: 'until the file is read, within minutes',
  seenBy: 'finance',
  columns: {
    content: personal.financial(retain('deleted automatically once it is read'), {
      withheld: 'contains other people’s gifts',
    }),
  },
  others: splitColumns('file_name sha256 status problem missing_columns'),
})
@RecordName('giftImport', {
  also: ['gifts'],
  sql: 'SELECT id, file_name AS name FROM fundraising.gift_import WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/gifts/imports/${id}`,
})
@Entity({ schema: 'fundraising', name: 'gift_import' })
export class GiftImport {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 200 }) fileName!: string;
  @Bytes() sha256!: Buffer;
  /** File content, until checked. */
  @Bytes({ nullable: true }) content!: Buffer | null;
  /** Chapters the importer can record gifts for; null for all. */
  @Column('uuid', { array: true, nullable: true }) chapters!: string[] | null;
  @Count({ seenBy, default: 0, description: 'Number of rows, excluding the header; set once counted.' })
  rowsTotal!: number;
  @Count({ seenBy, default: 0, description: 'Number of rows checked so far.' }) rowsRead!: number;
  @Count({ seenBy, default: 0, description: 'Number of rows imported as gifts so far.' }) rowsImported!: number;
  @Count({
    seenBy,
    default: 0,
    description: 'Number of rows whose gift already exists; they are skipped.',
    column: 'rows_known',
  })
  rowsExisting!: number;
  @Count({ seenBy, default: 0 }) rowsRefused!: number;
  @Status(GiftImportStatus, { seenBy }) status!: GiftImportStatus;
  @Code({ seenBy, nullable: true, description: 'Why the file was rejected, as a code, for example `not-utf8`.' })
  problem!: string | null;
  @Codes({ seenBy, description: 'Required columns missing from the file.' }) missingColumns!: string[];
  @Ref() importedBy!: string;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy, nullable: true }) finishedAt!: Date | null;
}

@ObjectType({ description: 'A rejected row of the file.' })
export class ImportRefusal {
  @Field(() => Int, { description: 'Line number in the file; the header is line 1.' }) row!: number;
  @Field(() => String, { nullable: true, description: 'Name of the affected column, if any.' }) column!: string | null;
  @Field(() => String, { description: 'Error code, for example `not-an-amount`.' }) problem!: string;
}

@ObjectType({ description: 'A row of the file, as parsed.' })
export class ImportPreviewRow {
  @Field(() => Int) row!: number;
  @Field(() => String) externalRef!: string;
  @Field(() => String) campaign!: string;
  @Field(() => String) name!: string;
  @Field(() => String) method!: string;
  @Field(() => String, { description: 'Amount with currency, or description of an in-kind gift.' }) amount!: string;
  @Field(() => String) receivedOn!: string;
}

@ObjectType('GiftImport', { description: "A gift import from another program's file." })
export class ManagedGiftImport extends SeenBy(GiftImport, 'staff') {
  @ComputedField(() => Int, { description: 'Number of importable rows, before and after the import.' })
  rowsValid!: number;
  @ComputedField(() => [ImportRefusal], { description: 'The first 1,000 rejected rows, in file order.' })
  refusals!: ImportRefusal[];
  @ComputedField(() => [ImportPreviewRow], { description: 'The first ten valid rows, until they are imported.' })
  preview!: ImportPreviewRow[];
  @ComputedField(() => String) importedByName!: string;
}

@InputType({ description: 'The checked gift file to import.' })
export class RunGiftImportInput {
  @Field(() => ID) id!: string;
}
