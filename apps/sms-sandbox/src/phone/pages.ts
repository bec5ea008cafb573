import type { Carrier } from '../carrier.js';
import { isPhoneNumber } from '../messages/check-message.js';
import type { Answer, CarrierRequest } from '../requests/http.js';
import { phonePage, phonesPage, type Conversation } from './page.js';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Shows what phones received, and lets them reply. */
export function answerPhone(carrier: Carrier, { method, path, body }: CarrierRequest): Answer {
  const [pathname = '', query = ''] = path.split('?');
  const encoded = /^\/dev\/phone\/([^/]+)$/.exec(pathname)?.[1];
  if (encoded === undefined) {
    const asked = new URLSearchParams(query).get('number');
    // A plus sign that a form didn't encode arrives as a space.
    const number = asked?.trim().replace(/^(?!\+)/, '+') ?? null;
    if (number === null || !isPhoneNumber(number))
      return html(phonesPage(conversations(carrier), number && `“${asked}” is not a number like +12025550123.`));
    return redirect(number);
  }
  const number = decode(encoded);
  if (!isPhoneNumber(number)) return { ...html(phonesPage(conversations(carrier), 'No such number.')), status: 404 };
  if (method === 'POST') {
    const text = new URLSearchParams(body).get('text') ?? '';
    if (text.trim() !== '') carrier.receive(number, text.replaceAll('\r\n', '\n'), lastSender(carrier, number));
    return redirect(number);
  }
  const messages = conversations(carrier).find((one) => one.number === number)?.messages ?? [];
  const isOptedOut = carrier.account.numbers.some((own) => carrier.optOuts.has(own.number, number));
  return html(phonePage({ number, messages }, { isOptedOut }));
}

/** The number that texted the phone last, which is what a reply goes to. */
function lastSender({ messages }: Carrier, number: string): string | undefined {
  return messages.findLast(({ to }) => to === number)?.from;
}

/** By number, the one with the newest text first. */
function conversations({ messages }: Carrier): Conversation[] {
  const found = new Map<string, Conversation>();
  for (const message of messages) {
    const number = message.direction === 'inbound' ? message.from : message.to;
    const conversation = found.get(number) ?? { number, messages: [] };
    conversation.messages.push(message);
    // Moves it to the end.
    found.delete(number);
    found.set(number, conversation);
  }
  return [...found.values()].reverse();
}

function html(page: string): Answer {
  return { status: 200, headers, body: page };
}

function redirect(number: string): Answer {
  return { status: 303, headers: { ...headers, location: `/dev/phone/${encodeURIComponent(number)}` }, body: '' };
}

/** Returns an invalid segment as is; it is no number. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
