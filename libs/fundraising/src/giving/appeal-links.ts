import { Injectable } from '@nestjs/common';
import { Config, SignedIds } from '@upstander/platform';

/**
 * The address that stops updates with one click (RFC 8058): a POST to it is enough, and a GET only shows a button. It
 * opens nothing else, so a forwarded update gives nothing away. It has no version: a wish to be left alone never expires.
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

  /** The donor a link of an update, or of all their giving, belongs to; null when it is neither. */
  openAppealLink(token: string): { id: string; version: number | null } | null {
    const link = this.signedIds.open('stop-updates', token);
    if (link) return { id: link.id, version: null };
    return this.signedIds.open('giving', token);
  }
}

/** That a gift `g` of a donor `d` asks for updates, and they did not stop them since. */
export const wantsUpdates = `g.updates_wanted AND g.paid_at IS NOT NULL
  AND (d.appeals_stopped_at IS NULL OR g.created_at > d.appeals_stopped_at)`;
