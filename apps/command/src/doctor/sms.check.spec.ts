import type { Config } from '@upstander/platform';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Finding } from './finding.js';
import { sms } from './sms.check.js';

const number = '+12025550100';
const service = 'MG00000000000000000000000000000001';
const inbound = 'https://volunteer.example.org/sms/inbound';

describe('what the doctor says about text messages', () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const examine = async (settings: object = {}): Promise<Finding | undefined> => {
    const config = {
      PUBLIC_URL: 'https://volunteer.example.org',
      SMS_ACCOUNT_SID: 'AC00000000000000000000000000000001',
      SMS_API_KEY: 'SK00000000000000000000000000000001',
      SMS_API_SECRET: 'secret-of-the-key',
      SMS_AUTH_TOKEN: 'token-of-the-account',
      SMS_FROM: number,
      SMS_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...settings,
    } as unknown as Config;
    return (await sms.runCheck({ config, environment: {} }))[0];
  };
  const numbers = (sms_url: string, canText = true) => ({
    status: 200,
    body: { incoming_phone_numbers: [{ phone_number: number, sms_url, capabilities: { sms: canText } }] },
  });

  test('is that they are off without an account', async () => {
    expect(await examine({ SMS_ACCOUNT_SID: undefined })).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('SMS_ACCOUNT_SID is not set') as string,
    });
    expect(asked).toEqual([]);
  });

  test.each([inbound, `${inbound}#rc=5&rp=5xx,ct,rt`])('is that all is well if replies go to %s', async (url) => {
    answer = numbers(url);
    expect(await examine()).toMatchObject({ state: 'ok', says: expect.stringContaining(inbound) as string });
    expect(asked).toEqual([expect.stringMatching(/\/IncomingPhoneNumbers\.json\?PhoneNumber=%2B12025550100$/)]);
  });

  test.each(['', 'https://demo.twilio.com/welcome/sms/reply/', `${inbound}/`])(
    'is where replies must go instead of %j',
    async (url) => {
      answer = numbers(url);
      const finding = await examine();
      expect(finding).toMatchObject({ state: 'wrong', says: expect.stringContaining('STOP') as string });
      expect(finding?.todo).toContain(`${inbound}#rc=5`);
    },
  );

  test('is that the number is of another account, or can’t text', async () => {
    answer = { status: 200, body: { incoming_phone_numbers: [] } };
    expect(await examine()).toMatchObject({ state: 'wrong', says: expect.stringContaining(number) as string });
    answer = numbers(inbound, false);
    expect(await examine()).toMatchObject({ state: 'wrong', says: expect.stringContaining(number) as string });
  });

  test('is that the key is wrong, or the provider away', async () => {
    answer = { status: 401, body: { code: 20_003 } };
    expect(await examine()).toMatchObject({ state: 'wrong', says: expect.stringContaining('HTTP 401') as string });
    answer = { status: 503, body: {} };
    expect(await examine()).toMatchObject({
      state: 'wrong',
      says: 'The SMS provider is unavailable: HTTP 503.',
      todo: expect.stringContaining('127.0.0.1') as string,
    });
  });

  test('is to check a messaging service in the console', async () => {
    answer = { status: 200, body: { messages: [] } };
    const finding = await examine({ SMS_FROM: service });
    expect(finding).toMatchObject({ state: 'ok', says: expect.stringContaining(inbound) as string });
    expect(asked).toEqual([expect.stringMatching(/\/Messages\.json\?PageSize=1$/)]);
  });
});
