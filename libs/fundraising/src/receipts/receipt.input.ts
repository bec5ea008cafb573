import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ReceiptStatus } from './receipt.entity.js';

@InputType({ description: 'Which receipts to list; everything said must hold.' })
export class ReceiptFilter {
  @Field(() => String, { nullable: true, description: 'A number, a name, or a part of an address.' })
  text?: string | null;
  @Field(() => Int, { nullable: true, description: 'The year the gift was paid in.' }) year?: number | null;
  @Field(() => ReceiptStatus, { nullable: true }) status?: ReceiptStatus | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
}

@InputType({ description: 'The receipt to mail once more.' })
export class ResendReceiptInput {
  @Field(() => ID) receiptId!: string;
}
