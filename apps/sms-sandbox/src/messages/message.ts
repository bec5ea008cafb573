export type MessageStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'received';

/** https://www.twilio.com/docs/messaging/api/message-resource */
export interface Message {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
  segments: number;
  messagingServiceSid: string | null;
  statusCallback: string | null;
  createdAt: Date;
}

export function presentMessage(message: Message, accountSid: string): Record<string, unknown> {
  const { sid, direction, from, to, body, status, errorCode, segments, messagingServiceSid, createdAt } = message;
  const created = createdAt.toUTCString().replace('GMT', '+0000');
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: created,
    date_sent: status === 'queued' || status === 'accepted' ? null : created,
    date_updated: created,
    direction,
    error_code: errorCode,
    error_message: null,
    from,
    messaging_service_sid: messagingServiceSid,
    num_media: '0',
    num_segments: String(segments),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  };
}
