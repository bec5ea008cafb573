import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

export const GiftImportStatus = { CHECKED: 'checked', IMPORTING: 'importing', DONE: 'done' } as const;
export type GiftImportStatus = (typeof GiftImportStatus)[keyof typeof GiftImportStatus];
registerEnumType(GiftImportStatus, {
  name: 'GiftImportStatus',
  description: 'How far an import is.',
  valuesMap: { CHECKED: { description: 'Read and checked; nothing is imported yet.' } },
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
  @Field(() => Int) rowsTotal!: number;
  @Field(() => Int, { description: 'Rows that can be imported, before and after it has run.' }) rowsGood!: number;
  @Field(() => Int, { description: 'Rows that became gifts so far.' }) rowsImported!: number;
  @Field(() => Int, { description: 'Rows whose gift was here before; they change nothing.' }) rowsKnown!: number;
  @Field(() => Int) rowsRefused!: number;
  @Field(() => [ImportRefusal], { description: 'The first 1,000 of what is wrong, in order of the file.' })
  refusals!: ImportRefusal[];
  @Field(() => [ImportPreviewRow], { description: 'The first ten good rows, until they are imported.' })
  preview!: ImportPreviewRow[];
  @Field(() => String) importedByName!: string;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) finishedAt!: Date | null;
}

@InputType()
export class RunGiftImportInput {
  @Field(() => ID) id!: string;
}
