import { Injectable } from '@nestjs/common';
import { DonorDisplay, type Frequency, plain } from '@upstander/accounting';
import { EmailRequestLimits, RateLimits, type Actor, type Browser, type LocaleName } from '@upstander/identity';
import { money, positiveAmount } from '@upstander/ledger';
import { Outbox } from '@upstander/notifications';
import {
  type Acknowledgement,
  Clock,
  Database,
  insertRow,
  notFound,
  personName,
  SignedIds,
  typedNote,
} from '@upstander/platform';
import { IsNull, MoreThan } from 'typeorm';
import type { StartDonationInput } from '../gifts/start-donation.input.js';
import type { MailedGift } from './card-testing-state.js';
import { GiftLink } from './gift-link.entity.js';

const hoursToFollow = 24;

export interface TypedGift {
  campaignSlug: string;
  pageSlug: string | null;
  amount: { amountMinor: string; currency: string };
  frequency: Frequency;
  coverFee: boolean;
  anonymous: boolean;
  /** Missing in links created before this option existed. */
  display?: DonorDisplay;
  name: string;
  email: string;
  locale: LocaleName;
  message: string;
  updatesWanted: boolean;
  employerMatchNote: string;
}

/** For donors who can't solve a challenge. Nothing is charged before they follow the link. */
@Injectable()
export class GiftLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly emails: EmailRequestLimits,
    private readonly outbox: Outbox,
    private readonly signedIds: SignedIds,
  ) {}

  /** @throws Refusal SOLUTION_NEEDED; TOO_MANY_TRIES; NOT_FOUND; BAD_INPUT */
  async mail(
    actor: Actor,
    browser: Browser,
    input: StartDonationInput,
    solution?: string | null,
  ): Promise<Acknowledgement> {
    await this.limits.consume('public-write', actor.address);
    await this.emails.consume(actor, browser, { kind: 'gift-link', email: input.email, solution });
    const now = this.clock.now();
    const [campaign] = await this.db.query<{ currency: string; language: LocaleName }>(
      `SELECT currency, language FROM fundraising.campaign WHERE slug = $1 AND status = 'live'`,
      [input.campaignSlug],
    );
    if (!campaign) throw notFound('This fundraiser');
    positiveAmount(input.amount, campaign.currency);
    const giftInput = typedGiftFrom(input, campaign.language);
    await this.db.transaction(async (tx) => {
      const expiresAt = new Date(now.valueOf() + hoursToFollow * 3_600_000);
      const id = await insertRow(tx.manager, GiftLink, {
        email: input.email,
        input: giftInput,
        createdAt: now,
        expiresAt,
      });
      await this.outbox.add(tx, {
        key: `gift-link/${id}`,
        template: 'gift-link',
        subjectId: id,
        recipient: input.email,
        locale: giftInput.locale,
      });
    });
    return { ok: true };
  }

  /** Returns null if the link was used or has expired. */
  async byToken(token: string): Promise<MailedGift | null> {
    const link = this.signedIds.verify('gift-link', token);
    if (!link) return null;
    const openLinkCriteria = { id: link.id, usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    const row = await this.db.dataSource.manager.findOneBy(GiftLink, openLinkCriteria);
    if (!row) return null;
    const { amount, ...fields } = row.input;
    const display = fields.display ?? (fields.anonymous ? DonorDisplay.NO_NAME : DonorDisplay.SHORT_NAME);
    return {
      id: row.id,
      expiresAt: row.expiresAt,
      ...fields,
      display,
      amount: money(amount.amountMinor, amount.currency),
    };
  }
}

function typedGiftFrom(input: StartDonationInput, language: LocaleName): TypedGift {
  return {
    campaignSlug: input.campaignSlug,
    pageSlug: input.pageSlug ?? null,
    amount: plain(input.amount) as TypedGift['amount'],
    frequency: input.frequency,
    coverFee: input.coverFee,
    anonymous: input.anonymous,
    display: input.anonymous ? DonorDisplay.NO_NAME : (input.display ?? DonorDisplay.SHORT_NAME),
    name: personName('name', input.name, 120),
    email: input.email,
    locale: input.locale ?? language,
    message: typedNote('message', input.message, 500),
    updatesWanted: input.updatesWanted ?? false,
    employerMatchNote: typedNote('employerMatchNote', input.employerMatchNote, 300),
  };
}
