import { Injectable } from '@nestjs/common';
import { Locale, type Actor } from '@upstander/identity';
import {
  type Acknowledgement,
  badInput,
  Clock,
  Database,
  notThere,
  personName,
  Refusal,
  slugSuffix,
  type Tx,
  typedKey,
} from '@upstander/platform';
import type { EditedWords } from '../campaigns/edits/edit.js';
import { StartGuards } from '../campaigns/start-guards.js';
import { plain } from '../offline/plain.js';
import type { MyPage } from './my-page.js';
import { PagePost } from './mails/page-post.js';
import { PageReads, wordsAreEditable } from './page-reads.js';
import type { PageRow } from './page.entity.js';
import { wordsFrom, type PageWords } from './page-words.js';
import type { EditMyPageInput, StartPageInput } from './page.input.js';

type Held = Pick<PageRow, 'id' | 'campaignId' | 'status' | 'title' | 'story' | 'goalMinor'> & {
  edit: EditedWords | null;
  currency: string;
};

/** What somebody does who asks their friends: begin a page, confirm it, change it. Without an account, by their link. */
@Injectable()
export class MyPages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly guards: StartGuards,
    private readonly reads: PageReads,
    private readonly post: PagePost,
  ) {}

  byToken(token: string): Promise<MyPage | null> {
    return this.reads.byToken(token);
  }

  /**
   * Writes a page down for nobody to see until the link in the mail was followed and somebody of the organisation
   * looked. @throws Refusal NOT_FOUND, CAMPAIGN_NOT_OPEN, BAD_INPUT, TOO_MANY_TRIES, IDEMPOTENCY_KEY_REUSED.
   */
  async start(actor: Actor, input: StartPageInput): Promise<Acknowledgement> {
    const ownerName = personName('name', input.name, 80);
    await this.guards.admit(actor, input.email);
    const { idempotencyKey, ...typed } = input;
    const call = { operation: 'startPage', actorKey: 'anyone', key: typedKey(idempotencyKey), input: plain(typed) };
    await this.db.transaction((tx) =>
      this.guards.idempotency.once(tx, call, async () => {
        const campaign = await this.openCampaign(tx, input.campaignSlug);
        const words = wordsFrom(input, { title: '', story: '', goalMinor: null }, campaign.currency);
        const teamId = await this.teamOf(tx, campaign.id, input);
        const [page] = await tx.query<{ id: string }>(
          `INSERT INTO fundraising.page (campaign_id, team_id, kind, slug, title, story, goal_minor, owner_name,
             owner_email, locale, status, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'unconfirmed', $11) RETURNING id`,
          [
            ...[campaign.id, teamId, input.kind, `new-${slugSuffix(16)}`, words.title, words.story, words.goalMinor],
            ...[ownerName, input.email, input.locale ?? Locale.EN, this.clock.now()],
          ],
        );
        await this.post.toOwner(tx, 'page-confirm', page!.id);
        return page!.id;
      }),
    );
    return { ok: true };
  }

  /** The address is theirs: those who review are told. Following it twice is following it once. @throws Refusal NOT_FOUND. */
  async confirm(actor: Actor, token: string): Promise<MyPage> {
    const id = await this.open(actor, token);
    await this.db.transaction(async (tx) => {
      const page = await this.hold(tx, id);
      if (page.status === 'unconfirmed') await this.handIn(tx, page);
    });
    return this.reads.mineById(id);
  }

  /**
   * Changes it. New words of a live page wait for somebody to read them; until then everybody sees the approved ones.
   * @throws Refusal NOT_FOUND, BAD_INPUT, PAGE_STATUS for new words of a hidden page.
   */
  async edit(actor: Actor, input: EditMyPageInput): Promise<MyPage> {
    const id = await this.open(actor, input.token);
    await this.db.transaction(async (tx) => {
      const before = await this.hold(tx, id);
      const shown = { title: before.title, story: before.story, goalMinor: before.goalMinor };
      const stood = { ...shown, ...(before.edit && { title: before.edit.title, story: before.edit.story }) };
      const after = wordsFrom(input, stood, before.currency);
      await tx.query(
        'UPDATE fundraising.page SET goal_minor = $2, gift_mails = coalesce($3, gift_mails) WHERE id = $1',
        [id, after.goalMinor, input.giftMails ?? null],
      );
      const sameAs = (words: PageWords) => words.title === after.title && words.story === after.story;
      if (sameAs(stood)) return;
      if (!wordsAreEditable(before.status)) throw hiddenPage();
      if (before.status === 'live') await this.setAside(tx, before, sameAs(shown) ? null : after);
      else await this.rewrite(tx, before, after);
    });
    return this.reads.mineById(id);
  }

  private async handIn(tx: Tx, page: { id: string; campaignId: string }): Promise<void> {
    await tx.query(`UPDATE fundraising.page SET status = 'in_review' WHERE id = $1`, [page.id]);
    await this.post.toStaff(tx, page);
  }

  /** Nobody has seen it yet. Who reads it for the review must have read these words. */
  private async rewrite(tx: Tx, { id, status }: Held, { title, story }: PageWords): Promise<void> {
    const at = status === 'in_review' ? this.clock.now() : null;
    await tx.query('UPDATE fundraising.page SET title = $2, story = $3, edit_at = $4 WHERE id = $1', [
      id,
      title,
      story,
      at,
    ]);
  }

  /** New words wait; the old ones again take them back. */
  private async setAside(tx: Tx, page: Held, words: PageWords | null): Promise<void> {
    const edit = words && JSON.stringify({ title: words.title, story: words.story });
    const at = words && this.clock.now();
    await tx.query('UPDATE fundraising.page SET edit = $2, edit_at = $3, edit_note = NULL WHERE id = $1', [
      page.id,
      edit,
      at,
    ]);
    if (words) await this.post.toStaff(tx, page);
  }

  private async open(actor: Actor, token: string): Promise<string> {
    await this.guards.limits.take('public-write', actor.address);
    const page = await this.reads.byToken(token);
    if (!page) throw notThere('This page');
    return page.id;
  }

  private async hold(tx: Tx, id: string): Promise<Held> {
    const [page] = await tx.query<Held>(
      `SELECT p.id, p.campaign_id AS "campaignId", p.status, p.title, p.story, p.goal_minor AS "goalMinor", p.edit,
         c.currency
       FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id WHERE p.id = $1
       FOR NO KEY UPDATE OF p`,
      [id],
    );
    if (!page) throw notThere('This page');
    return page;
  }

  private async openCampaign(tx: Tx, slug: string): Promise<{ id: string; currency: string }> {
    const [campaign] = await tx.query<{ id: string; currency: string; status: string }>(
      `SELECT id, currency, status FROM fundraising.campaign WHERE slug = $1 AND status IN ('live', 'paused', 'ended')`,
      [slug],
    );
    if (!campaign) throw notThere('This fundraiser');
    if (campaign.status !== 'live') throw new Refusal('CAMPAIGN_NOT_OPEN', 'This fundraiser takes no new pages now.');
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
  return new Refusal('PAGE_STATUS', 'This page is not shown, so its words cannot be changed now.');
}
