import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A gift, from the intent on; what is booked of it is written by functions of the database. */
@Entity({ schema: 'fundraising', name: 'gift' })
export class GiftRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('uuid', { name: 'page_id', nullable: true }) pageId!: string | null;
  @Column('uuid', { name: 'plan_id', nullable: true }) planId!: string | null;
  @Column('uuid', { name: 'donor_id', nullable: true }) donorId!: string | null;
  @Column('text') name!: string;
  @Column('boolean', { default: false }) anonymous!: boolean;
  @Column('text', { name: 'shown_as', default: 'short_name' }) shownAs!: 'full_name' | 'short_name';
  @Column('text', { default: '' }) message!: string;
  @Column('text', { default: 'en' }) locale!: string;
  @Column('boolean', { name: 'updates_wanted', default: false }) updatesWanted!: boolean;
  @Column('text') method!: string;
  @Column('text') source!: string;
  @Column('text') status!: string;
  @Column('text') currency!: string;
  @Column('bigint', { name: 'intended_minor' }) intendedMinor!: string;
  @Column('bigint', { name: 'cover_minor', default: 0 }) coverMinor!: string;
  @Column('bigint', { name: 'charged_minor' }) chargedMinor!: string;
  @Column('bigint', { name: 'fee_minor', nullable: true }) feeMinor!: string | null;
  @Column('bigint', { name: 'refunded_minor', default: 0 }) refundedMinor!: string;
  @Column('bigint', { name: 'lost_minor', default: 0 }) lostMinor!: string;
  @Column('bigint', { name: 'refunded_intended_minor', default: 0 }) refundedIntendedMinor!: string;
  @Column('bigint', { name: 'lost_intended_minor', default: 0 }) lostIntendedMinor!: string;
  @Column('text', { name: 'checkout_session_id', nullable: true, unique: true }) checkoutSessionId!: string | null;
  @Column('text', { name: 'checkout_url', nullable: true }) checkoutUrl!: string | null;
  @Column('integer', { name: 'checkout_attempt', default: 0 }) checkoutAttempt!: number;
  @Column('text', { name: 'payment_intent_id', nullable: true, unique: true }) paymentIntentId!: string | null;
  @Column('text', { name: 'charge_id', nullable: true, unique: true }) chargeId!: string | null;
  @Column('text', { name: 'invoice_id', nullable: true, unique: true }) invoiceId!: string | null;
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null;
  @Column('text', { name: 'goods_description', default: '' }) goodsDescription!: string;
  @Column('bigint', { name: 'goods_value_minor', default: 0 }) goodsValueMinor!: string;
  @Column('text', { name: 'in_kind_description', default: '' }) inKindDescription!: string;
  @Column('text', { name: 'employer_match_note', default: '' }) employerMatchNote!: string;
  @Column('text', { name: 'external_ref', nullable: true, unique: true }) externalRef!: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('text', { name: 'idempotency_key', nullable: true }) idempotencyKey!: string | null;
  @Column('bytea', { name: 'input_hash', nullable: true }) inputHash!: Buffer | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt!: Date | null;
  /** What was left of it when its receipts were last brought in line (receipts/). */
  @Column('bigint', { name: 'receipted_minor', nullable: true }) receiptedMinor!: string | null;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
}
