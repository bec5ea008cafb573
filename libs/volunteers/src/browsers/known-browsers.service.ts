import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, HostCookie, SessionService, type Browser } from '@upstander/identity';
import { Clock, Config, Database, insertRow, SignedIds, speakableName, type Tx } from '@upstander/platform';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { volunteerIdOfAddress } from '../profile/my-profile.service.js';
import { KnownBrowser } from './known-browser.entity.js';

const lifetimeSeconds = 180 * 24 * 60 * 60;
const purpose = 'volunteer-browser';

/**
 * Lets a browser remember a volunteer with a verified address. The cookie is the signed ID of a row.
 * "Not me" and signing out delete the row, so copies of the cookie stop working too. The cookie can sign up for shifts
 * and reveals a first name, but never a sign-up or a profile.
 */
@Injectable()
export class KnownBrowsers implements OnModuleInit {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly sessions: SessionService,
  ) {
    this.cookie = new HostCookie('volunteer', config);
  }

  onModuleInit(): void {
    this.sessions.onSignOut(async (browser, actor, isEverywhere) => {
      await this.forget(browser);
      if (isEverywhere) await this.forgetEverywhere(actor);
    });
  }

  async findVolunteer(browser: Browser): Promise<{ id: string; firstName: string | null } | null> {
    const token = this.cookie.readToken(browser.cookies);
    const signedId = token === null ? null : this.signedIds.verify(purpose, token);
    if (!signedId) return null;
    const [volunteer] = await this.db.query<{ id: string; name: string }>(
      `SELECT v.id, coalesce(v.preferred_name, v.name) AS name FROM volunteers.known_browser b
       JOIN volunteers.volunteer o ON o.id = b.volunteer_id
       JOIN volunteers.volunteer v ON v.id = coalesce(o.merged_into, o.id)
       WHERE b.id = $1 AND b.expires_at > $2 AND v.proven_at IS NOT NULL AND v.erased_at IS NULL`,
      [signedId.id, this.clock.now()],
    );
    return volunteer ? { id: volunteer.id, firstName: speakableName(volunteer.name) } : null;
  }

  /** Remembers the volunteer in this browser once `tx` commits, replacing any other volunteer. */
  async remember(tx: Tx, browser: Browser, volunteerId: string): Promise<void> {
    const at = this.clock.now();
    await this.forgetRow(tx.manager, browser);
    await tx.manager.delete(KnownBrowser, { volunteerId, expiresAt: LessThanOrEqual(at) });
    const expiresAt = new Date(at.valueOf() + lifetimeSeconds * 1000);
    const id = await insertRow(tx.manager, KnownBrowser, { volunteerId, createdAt: at, expiresAt });
    tx.afterCommit(() =>
      browser.setCookie(this.cookie.createCookie(this.signedIds.sign(purpose, id), lifetimeSeconds)),
    );
  }

  /** Handles "Not me": clears the cookie and invalidates its copies. */
  async forget(browser: Browser): Promise<{ ok: boolean }> {
    await this.forgetRow(this.db.manager, browser);
    browser.setCookie(this.cookie.clearCookie());
    return { ok: true };
  }

  /** Makes every browser forget the volunteer with the actor's email address. */
  private async forgetEverywhere({ email }: Actor): Promise<void> {
    if (!email) return;
    await this.db.query(
      `DELETE FROM volunteers.known_browser b USING volunteers.volunteer v
       WHERE b.volunteer_id = v.id AND coalesce(v.merged_into, v.id) = ${volunteerIdOfAddress('$1')}`,
      [email],
    );
  }

  private async forgetRow(manager: EntityManager, browser: Browser): Promise<void> {
    const token = this.cookie.readToken(browser.cookies);
    const signedId = token === null ? null : this.signedIds.verify(purpose, token);
    if (signedId) await manager.delete(KnownBrowser, signedId.id);
  }
}
