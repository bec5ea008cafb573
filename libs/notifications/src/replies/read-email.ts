import {
  MailParser,
  simpleParser,
  type AddressObject,
  type AttachmentStream,
  type Headers,
  type MessageText,
} from 'mailparser';
import { readReport, reportTypes, type DeliveryReport, type ReportPart } from '../delivery-problems/read-report.js';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Converting longer HTML to text would take too long at once. */
const options = {
  skipImageLinks: true,
  skipTextToHtml: true,
  maxHtmlLengthToParse: 256 * 1024,
  keepDeliveryStatus: true,
};
const maxAttachments = 50;
const maxReportParts = 10;
/** Longer parts of a report are cut off: the headers of the reported email come first. */
const maxReportPart = 64 * 1024;

export interface ReceivedEmail {
  /** Addresses that the email was sent or delivered to. */
  recipients: string[];
  sender: string | null;
  messageId: string | null;
  subject: string;
  /** Plain text; reduced from HTML if the email has no other. */
  text: string;
  attachmentNames: string[];
  /** True for automatic replies, for example out of office (RFC 3834). */
  isAutomatic: boolean;
  /** True for bounces and other reports of mail servers. */
  isReport: boolean;
  /** A bounce or complaint; null for everything else. */
  report: DeliveryReport | null;
}

/** Reads an email as it arrives. Attachments are named and discarded. */
export async function readEmail(source: Readable): Promise<ReceivedEmail> {
  const parser = new MailParser({ ...options, checksumAlgo: false });
  let headers: Headers = new Map();
  let content: MessageText = { type: 'text' };
  const attachmentNames: string[] = [];
  const reportParts: ReportPart[] = [];
  parser.on('headers', (found: Headers) => (headers = found));
  parser.on('data', (part: AttachmentStream | MessageText) => {
    if (part.type === 'text') {
      content = part;
      return;
    }
    if (attachmentNames.length < maxAttachments) attachmentNames.push(nameOf(part));
    part.content.on('end', () => part.release?.());
    if (reportTypes.has(part.contentType) && reportParts.length < maxReportParts) reportParts.push(collect(part));
    else part.content.resume();
  });
  await pipeline(source, parser);
  const sender = addressesIn(headers, 'from')[0] ?? null;
  return {
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
      addressesIn(headers, name),
    ),
    sender,
    messageId: textOf(headers, 'message-id') || null,
    subject: clean(textOf(headers, 'subject')).replace(/\s+/g, ' ').trim(),
    text: clean(content.text ?? (await convertToText(content.html ?? ''))),
    attachmentNames,
    isAutomatic: isAutomatic(headers),
    isReport: isReport(headers, sender),
    report: readReport(reportParts),
  };
}

/** Returns a part whose text grows while the email is read. */
function collect({ contentType, content }: AttachmentStream): ReportPart {
  const part = { type: contentType, text: '' };
  content.on('data', (chunk: Buffer) => {
    if (part.text.length < maxReportPart) part.text += chunk.toString('utf8');
  });
  return part;
}

/** The parser converts HTML only if it is the whole email. */
async function convertToText(html: string): Promise<string> {
  const { text } = await simpleParser(Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`), options);
  return text ?? '';
}

function isAutomatic(headers: Headers): boolean {
  const submitted = textOf(headers, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(bulk|junk|list|auto_reply)$/i.test(textOf(headers, 'precedence')) ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    headers.has('list')
  );
}

/** RFC 3464; a report has no return path (RFC 5321, 4.5.5). */
function isReport(headers: Headers, sender: string | null): boolean {
  const type = headers.get('content-type');
  const isReportType = typeof type === 'object' && 'value' in type && String(type.value).startsWith('multipart/report');
  const isFromServer = /^(mailer-daemon|postmaster)@/i.test(sender ?? '');
  const hasNoReturnPath = headers.has('return-path') && addressesIn(headers, 'return-path').length === 0;
  return isReportType || isFromServer || hasNoReturnPath;
}

function textOf(headers: Headers, name: string): string {
  const value = headers.get(name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
}

function addressesIn(headers: Headers, name: string): string[] {
  const values: unknown[] = [headers.get(name) ?? []].flat();
  return values.flatMap((one) => {
    if (typeof one === 'string') return one.replace(/[<>\s]/g, '') || [];
    const { value = [] } = one as Partial<AddressObject>;
    return value.flatMap(({ address, group = [] }) => [{ address }, ...group].flatMap((each) => each.address || []));
  });
}

function nameOf({ filename, contentType }: AttachmentStream): string {
  return clean(filename ?? contentType)
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

/** PostgreSQL stores neither NUL nor lone surrogates. */
function clean(text: string): string {
  return text.replace(/\0|\p{Cs}/gu, '');
}
