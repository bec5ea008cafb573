import type { Carrier } from '../carrier.js';
import { checkMessage } from '../messages/check-message.js';
import { failAfter, failBefore } from '../messages/magic-numbers.js';
import { presentMessage } from '../messages/message.js';
import { json, type CarrierRequest, type Outcome } from './http.js';
import { TwilioError } from './twilio-error.js';

/** The part of https://www.twilio.com/docs/messaging/api that sends texts and describes the account. */
export function answerApi(carrier: Carrier, request: CarrierRequest): Outcome {
  try {
    authenticate(carrier, request.headers['authorization']);
    return answerPath(carrier, request);
  } catch (error) {
    if (error instanceof TwilioError) return error.answer();
    throw error;
  }
}

function answerPath(carrier: Carrier, { method, path, headers, body }: CarrierRequest): Outcome {
  const { account } = carrier;
  const [pathname = '', query = ''] = path.split('?');
  const below = pathname.startsWith(`/2010-04-01/Accounts/${account.sid}`)
    ? pathname.slice(`/2010-04-01/Accounts/${account.sid}`.length)
    : null;
  if (method === 'POST' && below === '/Messages.json') {
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      throw new TwilioError(415, 20_415, 'Unsupported Media Type');
    return createMessage(carrier, new URLSearchParams(body));
  }
  if (method === 'GET' && below === '/Messages.json') {
    const messages = carrier.messages.map((message) => presentMessage(message, account.sid)).reverse();
    return json(200, { messages: messages.slice(0, Number(new URLSearchParams(query).get('PageSize') ?? 50)) });
  }
  if (method === 'GET' && below === '/IncomingPhoneNumbers.json') {
    const asked = new URLSearchParams(query).get('PhoneNumber');
    const found = account.numbers.filter(({ number }) => asked === null || asked === number);
    return json(200, {
      incoming_phone_numbers: found.map(({ number }) => ({
        phone_number: number,
        sms_url: account.inboundUrl ?? '',
        sms_method: 'POST',
        capabilities: { sms: true },
      })),
    });
  }
  const sid = method === 'GET' ? /^\/Messages\/(SM[0-9a-f]{32})\.json$/.exec(below ?? '')?.[1] : undefined;
  const message = carrier.messages.find((one) => one.sid === sid);
  if (message) return json(200, presentMessage(message, account.sid));
  throw new TwilioError(404, 20_404, `The requested resource ${pathname} was not found`);
}

function createMessage(carrier: Carrier, form: URLSearchParams): Outcome {
  const checked = checkMessage(form, carrier.account);
  const failure = failBefore(checked.to);
  if (failure) return failure;
  const message = carrier.accept(checked);
  const shown = presentMessage(message, carrier.account.sid);
  // Twilio doesn't know the segments yet while a messaging service chooses the sender.
  const pending = message.status === 'accepted' ? { from: null, num_segments: '0' } : {};
  return failAfter(checked.to) ?? json(201, { ...shown, ...pending });
}

/** @throws TwilioError 20003 */
function authenticate({ account }: Carrier, header: string | undefined): void {
  const encoded = /^Basic (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const accepted = [`${account.apiKey}:${account.apiSecret}`, `${account.sid}:${account.authToken}`];
  if (!accepted.includes(credentials))
    throw new TwilioError(401, 20_003, 'Authenticate', { 'www-authenticate': 'Basic realm="Twilio API"' });
}
