import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

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

@ObjectType({ description: 'Gifts from a file of another program.' })
export class GiftImport {
  @Field(() => ID) id!: string;
  @Field(() => String) fileName!: string;
  @Field(() => GiftImportStatus) status!: GiftImportStatus;
  @Field(() => String, { nullable: true, description: 'Why the whole file was refused: a code such as `not-utf8`.' })
  problem!: string | null;
  @Field(() => [String], { description: 'Columns that the file has to have and has not.' }) missingColumns!: string[];
  @Field(() => Int, { description: 'Rows below the header, once they were counted.' }) rowsTotal!: number;
  @Field(() => Int, { description: 'Rows that were checked so far.' }) rowsRead!: number;
  @Field(() => Int, { description: 'Rows that can be imported, before and after it has run.' }) rowsGood!: number;
  @Field(() => Int, { description: 'Rows that became gifts so far.' }) rowsImported!: number;
  @Field(() => Int, { description: 'Rows whose gift was here before; they change nothing.' }) rowsKnown!: number;
  @Field(() => Int) rowsRefused!: number;
  @Field(() => [ImportRefusal], { description: 'The first 1,000 rows that were left out, in order of the file.' })
  refusals!: ImportRefusal[];
  @Field(() => [ImportPreviewRow], { description: 'The first ten good rows, until they are imported.' })
  preview!: ImportPreviewRow[];
  @Field(() => String) importedByName!: string;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) finishedAt!: Date | null;
}

@InputType({ description: 'The file of gifts that was looked at, to be booked now.' })
export class RunGiftImportInput {
  @Field(() => ID) id!: string;
}
