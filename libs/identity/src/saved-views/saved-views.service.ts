import { Injectable } from '@nestjs/common';
import {
  type Acknowledgement,
  badInput,
  Clock,
  selectList,
  Database,
  isUuid,
  notFound,
  readValidInput,
  Refusal,
} from '@upstander/platform';
import { Access } from '../access/access.js';
import { type Actor, isAdmin } from '../access/actor.js';
import { SavedView, SaveViewInput, type ShownSavedView } from './saved-view.entity.js';
import { accountName, lockAccount } from '../accounts/rows/account-columns.js';

const maxViews = 50;

/** Staff see their own views and those shared with their chapters. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {
    access.permit('saved-view:share', ['organizer', 'finance', 'moderator', 'advocate']);
  }

  list(actor: Actor, screen: string): Promise<ShownSavedView[]> {
    return this.findViews(actor, 'v.screen = $5', screen);
  }

  /** Replaces a view with the same name. @throws Refusal BAD_INPUT, TOO_MANY_VIEWS */
  async save(actor: Actor, input: SaveViewInput): Promise<ShownSavedView> {
    const { screen, name, address, chapterId } = readValidInput(SaveViewInput, input);
    const ownChapters = this.access.chaptersOf(actor, 'saved-view:share');
    if (chapterId && ownChapters !== 'all' && !ownChapters.includes(chapterId))
      throw badInput({ chapterId: 'not-there' });
    const id = await this.db.transaction(async (tx) => {
      await lockAccount(tx, actor.accountId);
      const otherViews = await tx.query(
        'SELECT FROM identity.saved_view WHERE account_id = $1 AND NOT (screen = $2 AND name = $3)',
        [actor.accountId, screen, name],
      );
      if (otherViews.length >= maxViews) {
        throw new Refusal('TOO_MANY_VIEWS', `You have ${maxViews} saved views. Delete one of them first.`, {
          most: maxViews,
        });
      }
      const [row] = await tx.query<{ id: string }>(
        `INSERT INTO identity.saved_view (account_id, screen, name, address, chapter_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (account_id, screen, name) DO UPDATE SET address = excluded.address, chapter_id = excluded.chapter_id
         RETURNING id`,
        [actor.accountId, screen, name, address, chapterId ?? null, this.clock.now()],
      );
      return row!.id;
    });
    const [savedView] = await this.findViews(actor, 'v.id = $5', id);
    return savedView!;
  }

  /** @throws Refusal NOT_FOUND if the actor can't delete it */
  async delete(actor: Actor, id: string): Promise<Acknowledgement> {
    const [view] = isUuid(id) ? await this.findViews(actor, 'v.id = $5', id) : [];
    if (!view?.mayDelete) throw notFound('This view');
    await this.db.manager.delete(SavedView, id);
    return { ok: true };
  }

  /** Unshared views are visible only to their owner, not even to admins. */
  private findViews(actor: Actor, condition: string, value: string): Promise<ShownSavedView[]> {
    const shared = this.access.chaptersOf(actor, 'saved-view:share');
    return this.db.query<ShownSavedView & Record<string, unknown>>(
      `SELECT ${selectList(SavedView, 'v', 'staff')}, ${accountName('v.account_id')} AS "ownerName", v.account_id = $1 OR $3 AS "mayDelete"
       FROM identity.saved_view v
       WHERE (v.account_id = $1 OR v.chapter_id IS NOT NULL AND ($4 OR v.chapter_id = ANY ($2::uuid[]))) AND ${condition}
       ORDER BY platform.fold(v.name), v.id`,
      [actor.accountId, shared === 'all' ? [] : shared, isAdmin(actor), shared === 'all', value],
    );
  }
}
