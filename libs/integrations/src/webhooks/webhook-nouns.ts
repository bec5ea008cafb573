import { snakeCase } from '@upstander/platform';

interface WebhookNoun {
  readonly noun: string;
  readonly table: string;
  /** Properties in the payload beside the ID: IDs and codes, never personal data. */
  readonly properties: readonly string[];
  /** Columns that change without anything new for a receiver, for example counters. */
  readonly ignored?: readonly string[];
  /** If set, the only events are the beginning and the end of this status. */
  readonly visibleStatus?: string;
  readonly canBeDeleted?: true;
  /** True if its records belong to no chapter, or organizers may not see them. For the others see db/functions/integrations/chapters_of.sql. */
  readonly isNetworkOnly?: true;
}

/** The triggers in db/entity-triggers.ts are generated from this list. */
export const webhookNouns: readonly WebhookNoun[] = [
  {
    noun: 'signup',
    table: 'events.signup',
    properties: ['shiftId', 'volunteerId', 'status'],
    ignored: ['waitlist_order', 'token_version', 'input_hash', 'acknowledged_status', 'acknowledged_position'],
  },
  {
    noun: 'shift',
    table: 'events.shift',
    properties: ['eventId', 'chapterId'],
    ignored: ['taken', 'reserved', 'reserved_until', 'waiting', 'next_in_line', 'is_full'],
    canBeDeleted: true,
  },
  {
    noun: 'event',
    table: 'events.event',
    properties: ['chapterId', 'seriesId', 'status'],
    ignored: ['version', 'sequence', 'updated_at', 'updated_by'],
    canBeDeleted: true,
  },
  {
    noun: 'volunteer',
    table: 'volunteers.volunteer',
    properties: ['homeChapterId'],
    ignored: ['version', 'active_at', 'updated_at'],
  },
  {
    noun: 'gift',
    table: 'fundraising.gift',
    properties: ['campaignId', 'recurringGiftId', 'status'],
    ignored: ['token_version', 'checkout_session_id', 'checkout_url', 'checkout_attempt'],
  },
  {
    noun: 'recurring_gift',
    table: 'fundraising.recurring_gift',
    properties: ['campaignId', 'status'],
    ignored: ['token_version', 'reading', 'revision'],
    isNetworkOnly: true,
  },
  {
    noun: 'campaign',
    table: 'fundraising.campaign',
    properties: ['chapterId', 'status'],
    ignored: ['version', 'token_version', 'gifts_told_at', 'updated_at'],
    canBeDeleted: true,
  },
  {
    noun: 'opportunity',
    table: 'opportunities.opportunity',
    properties: ['businessId'],
    visibleStatus: 'published',
    isNetworkOnly: true,
  },
  {
    noun: 'credential',
    table: 'volunteers.credential',
    properties: ['volunteerId', 'typeId', 'status'],
    ignored: ['token_version', 'notified_at', 'updated_at'],
  },
];

/** The type of a test, which every endpoint gets. */
export const testType = 'test';

/** Types of events that an endpoint can subscribe to. */
export const webhookTypes: readonly string[] = webhookNouns.flatMap(typesOf);

/** Types of events that an endpoint of a chapter can subscribe to. */
export const chapterWebhookTypes: readonly string[] = webhookNouns
  .filter(({ isNetworkOnly }) => !isNetworkOnly)
  .flatMap(typesOf);

/** Returns the SQL of the triggers that record changes (`integrations.record_changes`). */
export function webhookTriggers(): string {
  return webhookNouns.map(triggersOf).join('');
}

function typesOf({ noun, visibleStatus, canBeDeleted }: WebhookNoun): string[] {
  if (visibleStatus) return [`${noun}.${visibleStatus}`, `${noun}.closed`];
  return [`${noun}.created`, `${noun}.updated`, ...(canBeDeleted ? [`${noun}.deleted`] : [])];
}

function triggersOf({ noun, table, properties, ignored = [], visibleStatus, canBeDeleted }: WebhookNoun): string {
  const columns = properties.map((property) => `${snakeCase(property)}:${property}`).join(' ');
  const args = [noun, columns, ignored.join(' '), visibleStatus ?? ''].map((arg) => `'${arg}'`).join(', ');
  const create = (event: string, rows: string) => `
CREATE TRIGGER ${noun}_${event.toLowerCase()}_webhooks AFTER ${event} ON ${table} REFERENCING ${rows} FOR EACH STATEMENT
  EXECUTE FUNCTION integrations.record_changes(${args});
`;
  return [
    create('INSERT', 'NEW TABLE AS new_rows'),
    create('UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'),
    ...(canBeDeleted ? [create('DELETE', 'OLD TABLE AS old_rows')] : []),
  ].join('');
}
