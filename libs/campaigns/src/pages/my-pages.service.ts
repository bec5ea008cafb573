import { Injectable } from '@nestjs/common';
import { EmailRequestLimits, Locale, RateLimits, type Actor, type Browser } from '@upstander/identity';
import {
  type Acknowledgement,
  badInput,
  Clock,
  Database,
  Idempotency,
  insertRow,
  notFound,
  personName,
  Refusal,
  slugSuffix,
  type Tx,
} from '@upstander/platform';
import type { EditedText } from '../campaigns/edit.js';
import type { MyPage } from './my-page.js';
import { PageOutbox } from './mails/page-outbox.js';
import { PageReads, wordsAreEditable } from './page-reads.js';
import { lockPage } from './page-store.js';
import { wordsFrom } from './page-words.js';
import { CampaignPage } from '../campaigns/page.entity.js';
import type { EditMyPageInput, StartPageInput } from './page.input.js';

@Injectable()
export class MyPages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly emails: EmailRequestLimits,
    private readonly idempotency: Idempotency,
    private readonly reads: PageReads,
    private readonly post: PageOutbox,
  ) {}

  byToken(token: string): Promise<MyPage | null> {
    return this.reads.byToken(token);
  }

  /**
   * Stores an unconfirmed page. It stays hidden until its owner follows the emailed link and staff
   * approve it.
   * @throws Refusal NOT_FOUND; CAMPAIGN_NOT_OPEN; BAD_INPUT; SOLUTION_NEEDED; TOO_MANY_TRIES; IDEMPOTENCY_KEY_REUSED
   */
  async start(actor: Actor, browser: Browser, input: StartPageInput): Promise<Acknowledgement> {
    const ownerName = personName('name', input.name, 80);
    await this.emails.consume(actor, browser, { kind: 'fundraiser', email: input.email, solution: input.solution });
    const { idempotencyKey, solution: _solution, ...typed } = input;
    const call = { operation: 'startPage', actorKey: 'anyone', key: idempotencyKey, input: typed };
    await this.idempotency.transaction(call, async (tx) => {
      const campaign = await this.openCampaign(tx, input.campaignSlug);
      const { title, story, goal } = input;
      const words = wordsFrom({ title, story, goal }, {}, campaign.currency);
      const id = await insertRow(tx.manager, CampaignPage, {
        ...words,
        campaignId: campaign.id,
        teamId: await this.teamOf(tx, campaign.id, input),
        kind: input.kind,
        slug: `new-${slugSuffix(16)}`,
        ownerName,
        ownerEmail: input.email,
        locale: input.locale ?? Locale.EN,
        status: 'unconfirmed',
        createdAt: this.clock.now(),
      });
      await this.post.toOwner(tx, 'page-confirm', id);
      return id;
    });
    return { ok: true };
  }

  /**
   * Confirms the address and submits the page. Idempotent.
   * @throws Refusal NOT_FOUND
   */
  async confirm(actor: Actor, token: string): Promise<MyPage> {
    const id = await this.requireByToken(actor, token);
    await this.db.transaction(async (tx) => {
      const page = await lockPage(tx, id);
      if (page.status === 'unconfirmed') await this.submitForReview(tx, page);
    });
    return this.reads.findMineById(id);
  }

  /**
   * Text changes of a live page need approval.
   * @throws Refusal NOT_FOUND; BAD_INPUT; PAGE_STATUS for text changes of a hidden page
   */
  async edit(actor: Actor, input: EditMyPageInput): Promise<MyPage> {
    const id = await this.requireByToken(actor, input.token);
    await this.db.transaction(async (tx) => {
      const before = await lockPage(tx, id);
      const { edit, status } = before;
      const current = { ...before, ...(edit && { title: edit.title, story: edit.story }) };
      const { goalMinor, giftMails, ...words } = wordsFrom(input, current, await this.currencyOf(tx, before));
      await tx.manager.update(CampaignPage, id, { goalMinor, giftMails });
      const hasSameWords = (other: Pick<EditedText, 'title' | 'story'>) =>
        other.title === words.title && other.story === words.story;
      if (hasSameWords(current)) return;
      if (!wordsAreEditable(status)) throw hiddenPage();
      const now = this.clock.now();
      const photo = edit?.photo && { photo: edit.photo };
      const isUnchanged = hasSameWords(before) && !photo;
      if (status === 'live') await this.savePendingEdit(tx, before, isUnchanged ? null : { ...words, ...photo }, now);
      // The page is not public yet. `editAt` makes sure that the reviewer has read this text.
      else await tx.manager.update(CampaignPage, id, { ...words, editAt: status === 'in_review' ? now : null });
    });
    return this.reads.findMineById(id);
  }

  private async submitForReview(tx: Tx, page: { id: string; campaignId: string }): Promise<void> {
    await tx.manager.update(CampaignPage, page.id, { status: 'in_review' });
    await this.post.toStaff(tx, page);
  }

  /** Stores a pending edit, or withdraws it if the public text was restored. */
  private async savePendingEdit(tx: Tx, page: CampaignPage, words: EditedText | null, now: Date): Promise<void> {
    await tx.manager.update(CampaignPage, page.id, { edit: words, editAt: words && now, editNote: null });
    if (words) await this.post.toStaff(tx, page);
  }

  private async requireByToken(actor: Actor, token: string): Promise<string> {
    await this.limits.consume('public-write', actor.address);
    const page = await this.reads.byToken(token);
    if (!page) throw notFound('This page');
    return page.id;
  }

  private async currencyOf(tx: Tx, { campaignId }: CampaignPage): Promise<string> {
    const sql = 'SELECT currency FROM fundraising.campaign WHERE id = $1';
    const [campaign] = await tx.query<{ currency: string }>(sql, [campaignId]);
    return campaign!.currency;
  }

  private async openCampaign(tx: Tx, slug: string): Promise<{ id: string; currency: string }> {
    const [campaign] = await tx.query<{ id: string; currency: string; status: string }>(
      `SELECT id, currency, status FROM fundraising.campaign WHERE slug = $1 AND status IN ('live', 'paused', 'ended')`,
      [slug],
    );
    if (!campaign) throw notFound('This fundraiser');
    if (campaign.status !== 'live')
      throw new Refusal('CAMPAIGN_NOT_OPEN', 'This fundraiser isn’t taking new pages right now.');
    return campaign;
  }

  private async teamOf(tx: Tx, campaignId: string, { kind, teamSlug }: StartPageInput): Promise<string | null> {
    if (!teamSlug) return null;
    if (kind === 'team') throw badInput({ teamSlug: 'team-in-a-team' });
    const [team] = await tx.query<{ id: string }>(
      `SELECT id FROM fundraising.page WHERE campaign_id = $1 AND slug = $2 AND kind = 'team' AND status = 'live'`,
      [campaignId, teamSlug],
    );
    if (!team) throw badInput({ teamSlug: 'not-there' });
    return team.id;
  }
}

function hiddenPage(): Refusal {
  return new Refusal('PAGE_STATUS', 'This page isn’t public, so you can’t change its text right now.');
}
