import { Injectable } from '@nestjs/common';
import { Config, SignedIds } from '@upstander/platform';

/**
 * Signs one-click unsubscribe links (RFC 8058): a POST unsubscribes and a GET shows a button. The link
 * grants nothing else, so a forwarded email reveals nothing. It has no version, because an unsubscribe link must never
 * expire.
 */
@Injectable()
export class AppealLinks {
  constructor(
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  url(donorId: string): string {
    return `${this.config.PUBLIC_URL}/news/${this.signedIds.sign('stop-updates', donorId)}`;
  }

  openAppealLink(token: string): { id: string; version: number | null } | null {
    const link = this.signedIds.verify('stop-updates', token);
    if (link) return { id: link.id, version: null };
    return this.signedIds.verify('giving', token);
  }
}

/** SQL condition: gift `g` asked for updates, and donor `d` has not unsubscribed since. */
export const wantsUpdatesCondition = `g.updates_wanted AND g.paid_at IS NOT NULL
  AND (d.appeals_stopped_at IS NULL OR g.created_at > d.appeals_stopped_at)`;
