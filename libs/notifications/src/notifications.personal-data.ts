import { becomes, emptied, noAddress, personal, personalData, plain } from '@upstander/platform';

/** Old rows keep their key, so no email is sent twice. */
export const notificationsPersonalData = personalData.define({
  'notifications.mail': {
    noun: 'mails',
    of: { anyone: 't.recipient = $1' },
    erasure: 'row',
    kept: '`MAIL_KEPT_DAYS` after it was due; then the address and the content are removed',
    forgotten: {
      erasureScope: 'columns',
      after: 'MAIL_KEPT_DAYS',
      since: `CASE WHEN t.status NOT IN ('due', 'sending') THEN t.due_at END`,
    },
    about: ['t.subject_id'],
    seenBy: 'admins, in the email log: the recipient and the kind, not the content',
    columns: {
      recipient: personal.contact(noAddress),
      data: personal.content(becomes(`'{}'`, 'emptied'), { withheld: 'internal IDs and codes' }),
      last_error: personal.trace(emptied),
    },
    also: { kind: 't.template', status: 't.status', due_at: 't.due_at', sent_at: 't.sent_at' },
    codes: { kind: 'mail', status: 'mailStatus' },
    others: plain('key template locale status'),
  },
});
