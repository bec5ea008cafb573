import { isGoneAddress } from './gone-address.js';

/** Part of a report (RFC 6522): its type, in lowercase, and its text. */
export interface ReportPart {
  type: string;
  text: string;
}

export interface DeliveryReport {
  /** `failed`: not delivered, for a reason that isn't the address. */
  kind: 'bounced' | 'complained' | 'failed';
  reason: string;
  /** Message-ID of the reported email, without brackets. */
  messageId: string | null;
}

export const reportTypes: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/feedback-report',
  'text/rfc822-headers',
  'message/rfc822',
  'message/global-headers',
  'message/global',
]);

/** Feedback types (RFC 5965, 6430 and 6591) that aren't complaints of the recipient. */
const otherFeedback: ReadonlySet<string> = new Set(['', 'auth-failure', 'not-spam', 'virus']);

/** Reads a bounce (RFC 3464) or a complaint (RFC 5965). Returns null for delays, confirmations and other reports. */
export function readReport(parts: readonly ReportPart[]): DeliveryReport | null {
  const messageId = originalMessageId(parts);
  for (const { type, text } of parts) {
    const blocks = text.split(/\r?\n(?:[ \t]*\r?\n)+/).map(headersOf);
    if (type === 'message/feedback-report') {
      const kind = blocks[0]?.get('feedback-type')?.toLowerCase() ?? '';
      const reporter = blocks[0]?.get('user-agent') ?? '';
      if (!otherFeedback.has(kind)) return { kind: 'complained', reason: reporter, messageId };
    } else if (type.endsWith('delivery-status')) {
      const failed = blocks.find((block) => block.get('action')?.toLowerCase() === 'failed');
      if (failed) return { ...failureOf(failed), messageId };
    }
  }
  return null;
}

function failureOf(block: ReadonlyMap<string, string>): Pick<DeliveryReport, 'kind' | 'reason'> {
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(block.get('status') ?? '')?.[0] ?? '';
  const diagnostic = (block.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return { kind: isGoneAddress(status) ? 'bounced' : 'failed', reason: diagnostic || status };
}

function originalMessageId(parts: readonly ReportPart[]): string | null {
  for (const { type, text } of parts) {
    if (type === 'message/feedback-report') continue;
    const name = type.endsWith('delivery-status') ? 'x-original-message-id' : 'message-id';
    const id = /<([^<>\s]+)>/.exec(headersOf(text.split(/\r?\n\r?\n/)[0] ?? '').get(name) ?? '')?.[1];
    if (id) return id;
  }
  return null;
}

/** Unfolds headers (RFC 5322, 2.2.3). The first of several with the same name counts. */
function headersOf(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value!.replace(/\s+/g, ' ').trim());
  }
  return headers;
}
