import { segmentsOf } from '@upstander/money';
import {
  createSmsProvider,
  smsAccountOf,
  SmsRefusedError,
  SmsUnavailableError,
  TwilioSmsProvider,
  type SmsAccount,
} from '@upstander/notifications';
import { countSegments, exampleAccount, startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { carrierSettings } from '@upstander/tests/support/access-samples.mailbox.js';
import { testConfig } from '@upstander/tests/support/config.js';
import { aFreePort } from '@upstander/tests/support/free-port.js';
import fc from 'fast-check';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const id = '0197c3f0-1111-7000-8000-000000000001';
const phone = '+12025550123';
const settings = carrierSettings;

const providerFor = (apiUrl: string, overrides: Partial<SmsAccount> = {}, timeoutMs?: number) => {
  const config = testConfig('postgres://localhost/upstander', { ...settings, SMS_API_URL: apiUrl });
  return new TwilioSmsProvider(config, { ...smsAccountOf(config)!, ...overrides }, timeoutMs);
};

const failureOf = async (sending: Promise<unknown>): Promise<Error> =>
  sending.then(
    () => new Error('The text was accepted.'),
    (error: Error) => error,
  );

describe('sending texts through the provider', () => {
  let carrier: CarrierHandle;
  beforeAll(async () => (carrier = await startCarrier()));
  afterAll(() => carrier.close());

  const send = (to: string, body = 'Hello', overrides: Partial<SmsAccount> = {}) =>
    providerFor(carrier.url, overrides, 1_000).send({ to, body, id });

  test('returns the ID at the provider and asks for reports to the public address', async () => {
    const { providerId } = await send(phone, 'Mañana: 9 & 10 a. m. – ¿vienes? 😀');
    expect(carrier.textsOf(phone)).toMatchObject([
      {
        sid: providerId,
        from: settings.SMS_FROM,
        body: 'Mañana: 9 & 10 a. m. – ¿vienes? 😀',
        statusCallback: `http://127.0.0.1/sms/status/${id}#rc=5&rp=5xx,ct,rt`,
      },
    ]);
  });

  test('sends through a messaging service', async () => {
    const to = '+12025550124';
    await send(to, 'Hello', { from: exampleAccount.messagingServiceSid });
    expect(carrier.textsOf(to)).toMatchObject([{ messagingServiceSid: exampleAccount.messagingServiceSid }]);
  });

  test.each([
    ['+15005550001', { code: 21_211, isPermanent: true, isOptOut: false, isLandline: false }],
    ['+15005550004', { code: 21_610, isPermanent: true, isOptOut: true, isLandline: false }],
    ['+15005550009', { code: 21_614, isPermanent: true, isOptOut: false, isLandline: true }],
    ['+15005550003', { code: 21_408, isPermanent: false, isOptOut: false, isLandline: false }],
    ['2025550123', { code: 21_211, isPermanent: true }],
  ])('reports the refusal of %s', async (to, facts) => {
    const error = await failureOf(send(to));
    expect(error).toBeInstanceOf(SmsRefusedError);
    expect(error).toMatchObject(facts);
    expect(error.message).not.toContain(to);
  });

  test('reports a text that is too long or empty as permanent, and wrong credentials as not', async () => {
    expect(await failureOf(send(phone, 'x'.repeat(1_601)))).toMatchObject({ code: 21_617, isPermanent: true });
    expect(await failureOf(send(phone, ''))).toMatchObject({ code: 21_602, isPermanent: true });
    expect(await failureOf(send(phone, 'Hi', { apiSecret: 'wrong' }))).toMatchObject({
      code: 20_003,
      isPermanent: false,
    });
  });

  test.each([
    ['+15005550129', { message: expect.stringContaining('HTTP 429') as string, retryAfter: 2 }],
    ['+15005550150', { message: expect.stringContaining('HTTP 500') as string, retryAfter: null }],
    ['+15005550151', { message: expect.stringContaining('not JSON') as string }],
    ['+15005550152', { message: expect.stringContaining('timeout') as string }],
    ['+15005550153', { message: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) as string }],
  ])('reports an outage for %s', async (to, facts) => {
    const error = await failureOf(send(to));
    expect(error).toBeInstanceOf(SmsUnavailableError);
    expect(error).toMatchObject(facts);
    expect(error.message).not.toContain(to);
  });

  test('reports a provider that does not listen', async () => {
    const error = await failureOf(
      providerFor(`http://127.0.0.1:${await aFreePort()}`).send({ to: phone, body: 'Hello', id }),
    );
    expect(error).toMatchObject({ message: 'the SMS provider is unavailable: ECONNREFUSED', retryAfter: null });
  });

  test('counts segments as the carrier bills them', () => {
    const text = fc.array(fc.constantFrom('a', 'Z', '€', '^', 'ñ', 'í', '’', '😀', '\n'), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, (characters) => {
        const body = characters.join('');
        expect(segmentsOf(body).segments).toBe(countSegments(body));
      }),
    );
  });
});

describe('a provider that misbehaves', () => {
  const failureWith = async (listener: RequestListener): Promise<Error> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await failureOf(providerFor(url, {}, 1_000).send({ to: phone, body: 'Hello', id }));
    server.closeAllConnections();
    server.close();
    return error;
  };

  test('is not followed to another address, which would get the credentials and the text', async () => {
    const asked: string[] = [];
    const error = await failureWith((request, response) => {
      asked.push(request.url!);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(error).toBeInstanceOf(SmsUnavailableError);
    expect(asked).toHaveLength(1);
  });

  test('does not fill the memory with an endless answer', async () => {
    const error = await failureWith((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      const write = (): void => {
        while (response.write('x'.repeat(16_384)));
        response.once('drain', write);
      };
      write();
    });
    expect(error.message).toContain('too long');
  });

  test.each([
    ['a list', 201, '[]', 'no message ID'],
    ['null', 201, 'null', 'not an object'],
    ['an ID of another kind', 201, '{"sid":"CA00000000000000000000000000000001"}', 'no message ID'],
    ['a refusal without a code', 400, '{"message":"no"}', 'HTTP 400'],
    ['a refusal that is a page', 403, '<html>', 'not JSON'],
    ['half an answer', 201, '{"sid":"SM0000', 'not JSON'],
  ])('is reported as unavailable after %s', async (_what, status, body, message) => {
    const error = await failureWith((_request, response) => void response.writeHead(status).end(body));
    expect(error).toBeInstanceOf(SmsUnavailableError);
    expect(error.message).toContain(message);
  });

  test.each([
    ['86400', 3_600],
    ['0.5', 1],
    ['-1', null],
    ['soon', null],
  ])('asks to slow down for %s seconds', async (given, retryAfter) => {
    const error = await failureWith(
      (_request, response) => void response.writeHead(429, { 'retry-after': given }).end(),
    );
    expect(error).toMatchObject({ retryAfter });
  });
});

describe('the settings of the provider', () => {
  const load = (overrides: Record<string, string>) => testConfig('postgres://localhost/upstander', overrides);

  test('turn texts off if they are absent', () => {
    expect(createSmsProvider(load({}))).toBeNull();
    expect(createSmsProvider(load(settings))).toBeInstanceOf(TwilioSmsProvider);
  });

  test('are only accepted together', () => {
    const { SMS_AUTH_TOKEN: _, ...incomplete } = settings;
    expect(() => load(incomplete)).toThrow('SMS_AUTH_TOKEN is missing, and SMS_ACCOUNT_SID needs it');
    expect(() => load({ SMS_FROM: settings.SMS_FROM })).toThrow(
      /SMS_ACCOUNT_SID is missing[^]*SMS_API_SECRET is missing/,
    );
  });

  test.each([
    ['SMS_ACCOUNT_SID', 'SK00000000000000000000000000005a11'],
    ['SMS_FROM', '2025550100'],
    ['SMS_FROM', 'Harbor House'],
    ['SMS_API_URL', 'api.twilio.com'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => load({ ...settings, [name]: value })).toThrow(`${name} is "${value}"`);
  });

  test.each(['short', ',', 'a-token-of-one-account,', 'a-token-of-one-account,short'])(
    'refuse the token %j',
    (token) => {
      expect(() => load({ ...settings, SMS_AUTH_TOKEN: token })).toThrow('SMS_AUTH_TOKEN must be one or two tokens');
    },
  );

  test.each([
    ['https://api.twilio.com', true],
    ['https://api.dublin.ie1.twilio.com', true],
    ['http://api.twilio.com', false],
    ['https://api.twilio.com.example.org', false],
    ['http://127.0.0.1:12112', false],
  ])('send texts to %s in production: %s', (url, isAllowed) => {
    const loading = () => load({ ...settings, SMS_API_URL: url, NODE_ENV: 'production' });
    const complaint = 'in production, texts only go to Twilio';
    if (isAllowed) expect(loading).not.toThrow(complaint);
    else expect(loading).toThrow(complaint);
  });
});
