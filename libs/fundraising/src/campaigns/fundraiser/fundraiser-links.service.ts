import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  dayIn,
  Refusal,
  type Tx,
  typedKey,
  typedLine,
  typedText,
} from '@upstander/platform';
import { detailsFrom, type CampaignDetails } from '../campaign-details.js';
import { holdCampaign, updateCampaign, type StoredCampaign } from '../campaign-store.js';
import { CampaignSteps, notFromHere } from '../review/campaign-steps.js';
import type { EditMyFundraiserInput, PostMyUpdateInput } from './fundraiser.input.js';
import { isEditable, isPublic, wordsAreEditable } from './fundraiser-reads.js';
import { LinkTools } from './link-tools.js';
import type { MyFundraiser } from './my-fundraiser.js';

/** What a supporter does with the link in their mail. */
@Injectable()
export class FundraiserLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly tools: LinkTools,
    private readonly steps: CampaignSteps,
  ) {}

  byToken(token: string): Promise<MyFundraiser | null> {
    return this.tools.reads.byToken(token);
  }

  /** The address is theirs: those who review are told. Following it twice is following it once. @throws Refusal NOT_FOUND. */
  async confirm(actor: Actor, token: string): Promise<MyFundraiser> {
    const id = await this.tools.open(actor, token);
    await this.db.transaction(async (tx) => {
      const campaign = await holdCampaign(tx, id);
      if (campaign.status === 'unconfirmed') await this.handIn(tx, campaign);
    });
    return this.tools.reads.byId(id);
  }

  /**
   * Changes it. Words can be changed until somebody reads them for the review, and again when changes were asked for,
   * which hands it in again; goal and last day also while it is public.
   * @throws Refusal NOT_FOUND; BAD_INPUT; FUNDRAISER_BEING_READ; FUNDRAISER_PUBLIC; CAMPAIGN_STATUS.
   */
  async edit(actor: Actor, input: EditMyFundraiserInput): Promise<MyFundraiser> {
    const id = await this.tools.open(actor, input.token);
    await this.db.transaction(async (tx) => {
      const before = await holdCampaign(tx, id);
      if (before.status === 'in_review') throw beingRead();
      if (!isEditable(before.status)) throw notFromHere(before.status);
      const after = detailsFrom(input, before, this.config.CURRENCIES);
      this.requireAllowed(before, after);
      await updateCampaign(tx, before, after, { slug: before.slug, now: this.clock.now() });
      if (before.status === 'changes_requested') await this.handIn(tx, before);
    });
    return this.tools.reads.byId(id);
  }

  /** News for the page and the donors, once somebody of the organisation read it. @throws Refusal NOT_FOUND, BAD_INPUT, CAMPAIGN_STATUS. */
  async postUpdate(actor: Actor, input: PostMyUpdateInput): Promise<MyFundraiser> {
    const id = await this.tools.open(actor, input.token);
    const news = { title: typedLine('title', input.title, 120), body: typedText('body', input.body, 10_000) };
    await this.tools.limits.take('fundraiser-update', id);
    const call = { operation: 'postMyUpdate', actorKey: id, key: typedKey(input.idempotencyKey), input: news };
    await this.db.transaction((tx) =>
      this.tools.idempotency.once(tx, call, async () => {
        const campaign = await holdCampaign(tx, id);
        if (!isPublic(campaign.status)) throw notFromHere(campaign.status);
        const [made] = await tx.query<{ id: string }>(
          `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at)
           VALUES ($1, $2, $3, $4, 'in_review', $5) RETURNING id`,
          [id, news.title, news.body, campaign.organizerName, this.clock.now()],
        );
        const mail = { key: `update-submitted/${made!.id}`, template: 'update-submitted', subjectId: id };
        await this.tools.mails.toStaff(tx, ['admin', 'finance', 'moderator'], campaign.chapterId, mail);
        return made!.id;
      }),
    );
    return this.tools.reads.byId(id);
  }

  private async handIn(tx: Tx, campaign: StoredCampaign): Promise<void> {
    const moment = await this.steps.take(tx, campaign, 'in_review', { accountId: null });
    await this.tools.mails.submitted(tx, campaign, moment);
  }

  private requireAllowed(before: StoredCampaign, after: CampaignDetails): void {
    const words = ['title', 'summary', 'story'] as const;
    if (!wordsAreEditable(before.status) && words.some((word) => before[word] !== after[word])) throw alreadyPublic();
    if (before.publishedAt && after.currency !== before.currency) throw badInput({ goal: 'other-currency' });
    const today = dayIn(after.timeZone, this.clock.now());
    if (after.endsOn && after.endsOn !== before.endsOn && after.endsOn < today)
      throw badInput({ endsOn: 'in-the-past' });
  }
}

/** Otherwise somebody could change the words between their being read and their being approved. */
function beingRead(): Refusal {
  return new Refusal(
    'FUNDRAISER_BEING_READ',
    'We are reading your fundraiser now. You can change it once we answered.',
  );
}

function alreadyPublic(): Refusal {
  return new Refusal('FUNDRAISER_PUBLIC', 'What people have read stays. You can write news, or ask us for the change.');
}
