import { ObjectType } from '@nestjs/graphql';
import { ComputedField, enumOf, type EnumOf, Instant } from '@upstander/platform';
import type { SealedTx } from '../database/sealed-tx.js';
import { isNoticeChannel, nextQuarter, nextSafeTime, type NoticeChannel } from './notice-choice.js';
import type { NoticeStatus } from './person-notice-rows.js';
import type { SafeContact } from './safe-contact.js';

export const PersonNoticeState = enumOf(
  'PersonNoticeState',
  'Whether an email or a text tells the person about a message.',
  {
    ready: 'The next message is announced.',
    waiting: 'A message is waiting to be announced.',
    sent: 'A notice was sent. No other follows until the person comes back.',
    failed: 'The address or number was rejected. No other notice follows until the person comes back.',
    stopped: 'The phone replied STOP. No other notice follows until the person turns them on again.',
    not_chosen: 'The person didn’t turn on notices.',
    no_messages: 'The person didn’t say that messages may be left.',
    other_channel: 'The person chose neither email nor texts.',
    not_set_up: 'This server sends no notices through this channel.',
  },
);
export type PersonNoticeState = EnumOf<typeof PersonNoticeState>;

@ObjectType({ description: 'Whether and when an email or a text tells the person about a message.' })
export class PersonNotice {
  @ComputedField(() => PersonNoticeState) state!: PersonNoticeState;
  @Instant({
    seenBy: 'anyone',
    nullable: true,
    description: 'When a waiting notice is sent, or would be sent for a message written now; null if none is.',
  })
  nextAt!: Date | null;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'When the last notice was sent.' }) sentAt!: Date | null;
}

const dayMs = 86_400_000;

/** At most one notice a day. */
export const quietUntil = (sentAt: Date): Date => new Date(sentAt.valueOf() + dayMs);

export async function personNoticeOf(
  tx: SealedTx,
  id: string,
  contact: SafeContact,
  isSetUp: (channel: NoticeChannel) => boolean,
): Promise<PersonNotice> {
  const [row] = await tx.query<{ status: NoticeStatus; requestedAt: Date | null; sentAt: Date | null }>(
    `SELECT status, requested_at AS "requestedAt", sent_at AS "sentAt" FROM sealed.person_notice WHERE record_id = $1`,
    [id],
  );
  const sentAt = row?.sentAt ?? null;
  const none = (state: PersonNoticeState): PersonNotice => ({ state, nextAt: null, sentAt });
  const { channel, notice, value } = contact;
  if (!isNoticeChannel(channel)) return none('other_channel');
  if (!contact.mayLeaveMessage) return none('no_messages');
  if (!row || !notice) return none('not_chosen');
  if (!isSetUp(channel)) return none('not_set_up');
  if (row.status === 'sent' || row.status === 'failed' || row.status === 'stopped') return none(row.status);
  const earliest = Math.max(
    nextQuarter(row.requestedAt ?? tx.at).valueOf(),
    sentAt ? quietUntil(sentAt).valueOf() : 0,
    row.requestedAt ? tx.at.valueOf() : 0,
  );
  const nextAt = nextSafeTime({ ...notice, number: channel === 'text' ? value : null }, new Date(earliest));
  return { state: row.status === 'waiting' ? 'waiting' : 'ready', nextAt, sentAt };
}
