import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ReceiptStatus } from './receipt.entity.js';

@InputType({ description: 'Filter for receipts; all criteria must match.' })
export class ReceiptFilter {
  @Field(() => String, { nullable: true, description: 'A receipt number, a name, or part of an email address.' })
  text?: string | null;
  @Field(() => Int, { nullable: true, description: 'Year the gift was paid.' }) year?: number | null;
  @Field(() => ReceiptStatus, { nullable: true }) status?: ReceiptStatus | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
}

@InputType({ description: 'The receipt to email again.' })
export class ResendReceiptInput {
  @Field(() => ID) receiptId!: string;
}
