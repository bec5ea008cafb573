import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Config, Database, dayIn, type Tx, typedKey, typedLine, typedText } from '@upstander/platform';
import { detailsFrom, type CampaignDetails } from '../campaign-details.js';
import { holdCampaign, updateCampaign, type StoredCampaign } from '../campaign-store.js';
import { CampaignSteps, notFromHere } from '../review/campaign-steps.js';
import type { EditMyFundraiserInput, PostMyUpdateInput } from './fundraiser.input.js';
import { editColumns, type EditedWords, type StoredEdit } from '../edits/edit.js';
import { isEditable, isPublic } from './fundraiser-reads.js';
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
   * Changes it, as long as it is not over. Until it is public the words are simply other ones (and it is submitted again
   * where changes were asked for); those of a public one wait beside the approved ones. Goal and last day count at once.
   * @throws Refusal NOT_FOUND; BAD_INPUT; CAMPAIGN_STATUS.
   */
  async edit(actor: Actor, input: EditMyFundraiserInput): Promise<MyFundraiser> {
    const id = await this.tools.open(actor, input.token);
    await this.db.transaction(async (tx) => {
      const before = await holdCampaign(tx, id);
      if (!isEditable(before.status)) throw notFromHere(before.status);
      const stored = await this.editOf(tx, id);
      const after = detailsFrom(input, { ...before, ...stored.edit }, this.config.CURRENCIES);
      this.requireAllowed(before, after);
      const { title, summary, story } = isPublic(before.status) ? before : after;
      const now = this.clock.now();
      await updateCampaign(tx, before, { ...after, title, summary, story }, { slug: before.slug, now });
      if (isPublic(before.status)) await this.setAside(tx, before, after, stored);
      if (typeof input.giftMails === 'boolean') {
        await tx.query('UPDATE fundraising.campaign SET gift_mails = $2 WHERE id = $1', [id, input.giftMails]);
      }
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

  private async editOf(tx: Tx, id: string): Promise<StoredEdit> {
    const sql = `SELECT ${editColumns('c')} FROM fundraising.campaign c WHERE c.id = $1`;
    const [stored] = await tx.query<StoredEdit>(sql, [id]);
    return stored!;
  }

  /** New words wait for somebody to read them; the old ones again take them back. */
  private async setAside(
    tx: Tx,
    before: StoredCampaign,
    { title, summary, story }: CampaignDetails,
    stored: StoredEdit,
  ): Promise<void> {
    const said = { title, summary, story };
    const same = (one: EditedWords) =>
      (['title', 'summary', 'story'] as const).every((word) => one[word] === said[word]);
    if (stored.edit ? same(stored.edit) : same(before)) return;
    const edit = same(before) ? null : JSON.stringify(said);
    const at = edit === null ? null : this.clock.now();
    await tx.query('UPDATE fundraising.campaign SET edit = $2, edit_at = $3, edit_note = NULL WHERE id = $1', [
      before.id,
      edit,
      at,
    ]);
    if (at) await this.tools.mails.edited(tx, before, at.toISOString());
  }

  private requireAllowed(before: StoredCampaign, after: CampaignDetails): void {
    if (before.publishedAt && after.currency !== before.currency) throw badInput({ goal: 'other-currency' });
    const today = dayIn(after.timeZone, this.clock.now());
    if (after.endsOn && after.endsOn !== before.endsOn && after.endsOn < today)
      throw badInput({ endsOn: 'in-the-past' });
  }
}
