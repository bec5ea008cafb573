import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimits, activeGrants } from '@upstander/identity';
import { Outbox, Replies, type Reply } from '@upstander/notifications';
import { Clock, Config, Database, insertRowOnce, type Tx } from '@upstander/platform';
import { recipientOf } from './recipient-of.js';
import { SiteMessage, SiteMessageStatus } from './site-message.entity.js';

/** Stores replies to messages beside the messages from the site, and notifies the staff member who wrote. */
@Injectable()
export class SiteMessageReplies implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly outbox: Outbox,
    private readonly replies: Replies,
  ) {}

  onModuleInit(): void {
    this.replies.storeIn((reply) => this.save(reply));
  }

  /**
   * Copies of an email are one reply. Automatic ones, for example out of office, need no answer and notify no one.
   * @throws Refusal TOO_MANY_TRIES
   */
  async save(reply: Reply): Promise<void> {
    await this.limits.consume('reply', reply.replyToId);
    const { authorId, chapterId, isAutomatic, hash, locale, eventMessageId } = reply;
    const receivedAt = this.clock.now();
    const message = {
      volunteerId: reply.volunteerId,
      replyToId: reply.replyToId,
      eventMessageId,
      chapterId,
      name: reply.name.slice(0, 80),
      email: reply.email,
      sentFrom: reply.sentFrom,
      subject: reply.subject || null,
      body: reply.body || reply.subject || '—',
      quoted: reply.quoted || null,
      attachmentNames: reply.attachmentNames,
      isAutomatic,
      language: locale,
      status: isAutomatic ? SiteMessageStatus.ANSWERED : SiteMessageStatus.OPEN,
      answeredAt: isAutomatic ? receivedAt : null,
      formHash: hash,
      receivedAt,
    };
    await this.db.transaction(async (tx) => {
      const subjectId = await insertRowOnce(tx.manager, SiteMessage, message);
      if (!subjectId || isAutomatic) return;
      await this.outbox.add(tx, {
        key: `site-message/${subjectId}`,
        template: 'site-message',
        subjectId,
        ...(await this.recipient(tx, authorId, chapterId)),
      });
    });
  }

  /** Returns the author, or the chapter's address if the author no longer has access to the chapter. */
  private async recipient(
    tx: Tx,
    authorId: string | null,
    chapterId: string | null,
  ): Promise<{ recipient: string; locale: 'en' | 'es' }> {
    const [author] = await tx.query<{ recipient: string; locale: 'en' | 'es' }>(
      `SELECT a.email::text AS recipient, a.locale FROM ${activeGrants}
       WHERE a.id = $1 AND g.role IN ('organizer', 'admin') AND (g.chapter_id IS NULL OR g.chapter_id = $2) LIMIT 1`,
      [authorId, chapterId],
    );
    return author ?? { recipient: await recipientOf(tx, chapterId, this.config.contactEmail), locale: 'en' };
  }
}
