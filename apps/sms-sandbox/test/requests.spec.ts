import { exampleAccount, startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';

const [from] = exampleAccount.numbers.map(({ number }) => number) as [string];
const phone = '+12025550123';
const { apiKey, apiSecret, sid: account } = exampleAccount;

describe('the API of the local carrier', () => {
  let carrier: CarrierHandle;
  beforeEach(async () => (carrier = await startCarrier()));
  afterEach(() => carrier.close());

  const ask = (path: string, init: RequestInit = {}, user = `${apiKey}:${apiSecret}`) =>
    fetch(`${carrier.url}/2010-04-01/Accounts/${path}`, {
      ...init,
      headers: { authorization: `Basic ${Buffer.from(user).toString('base64')}`, ...init.headers },
    });
  const send = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ From: from, To: phone, Body: 'Hello', ...form });
    const response = await ask(`${account}/Messages.json`, { method: 'POST', body });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, ...answer } as Record<string, unknown>;
  };

  test('accepts a text as queued and reports its segments and later its delivery', async () => {
    const accepted = await send({ Body: 'Mañana a las 9 €' });
    expect(accepted).toMatchObject({
      status: 'queued',
      direction: 'outbound-api',
      num_segments: '1',
      error_code: null,
      account_sid: account,
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string,
    });
    const read = async () =>
      (await (await ask(`${account}/Messages/${accepted['sid'] as string}.json`)).json()) as object;
    expect(await read()).toMatchObject({ status: 'queued' });
    await carrier.advance(10_000);
    expect(await read()).toMatchObject({ status: 'delivered' });
    expect(await send({ Body: 'í'.repeat(71) })).toMatchObject({ num_segments: '2' });
  });

  test('reports a text of a messaging service as accepted, without a sender and segments', async () => {
    const body = new URLSearchParams({
      MessagingServiceSid: exampleAccount.messagingServiceSid,
      To: phone,
      Body: 'Hello',
    });
    const response = await ask(`${account}/Messages.json`, { method: 'POST', body });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ status: 'accepted', from: null, num_segments: '0' });
    expect(carrier.textsOf(phone)).toMatchObject([{ from, segments: 1 }]);
  });

  test.each([
    [{ To: '' }, 21_604],
    [{ Body: ' ' }, 21_602],
    [{ Body: 'x'.repeat(1_601) }, 21_617],
    [{ To: '2025550123' }, 21_211],
    [{ To: '+1202555012' }, 21_211],
    [{ To: '+11234567890' }, 21_211],
    [{ To: '+12025550123;+12025550124' }, 21_211],
    [{ From: '12025550100' }, 21_212],
    [{ From: '+12025550199' }, 21_660],
    [{ StatusCallback: 'localhost/status' }, 21_609],
    [{ To: '+15005550001' }, 21_211],
    [{ To: '+15005550002' }, 21_612],
    [{ To: '+15005550003' }, 21_408],
    [{ To: '+15005550004' }, 21_610],
    [{ To: '+15005550009' }, 21_614],
    [{ From: '+15005550001' }, 21_212],
    [{ From: '+15005550007' }, 21_606],
    [{ From: '+15005550008' }, 21_611],
  ])('refuses %j with %i', async (form: Record<string, string>, code) => {
    expect(await send(form)).toMatchObject({ status: 400, code, message: expect.any(String) as string });
    expect(carrier.carrier.messages).toEqual([]);
  });

  test('accepts 1,600 characters that are twice as many UTF-16 code units', async () => {
    expect(await send({ Body: '😀'.repeat(1_600) })).toMatchObject({ status: 'queued', num_segments: '49' });
  });

  test('refuses wrong credentials, other accounts, unknown paths and other types', async () => {
    const statusOf = async (answer: Promise<Response>) => (await answer).status;
    const body = new URLSearchParams({ From: from, To: phone, Body: 'Hello' });
    expect(await statusOf(ask(`${account}/Messages.json`, { method: 'POST', body }, `${apiKey}:wrong`))).toBe(401);
    expect(await statusOf(ask(`${account}/Messages.json`, { headers: { authorization: 'Bearer x' } }))).toBe(401);
    expect(await statusOf(ask('AC1/Messages.json', { method: 'POST', body }))).toBe(404);
    expect(await statusOf(ask(`${account}/Calls.json`, { method: 'POST', body }))).toBe(404);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect(await statusOf(ask(`${account}/Messages.json`, json))).toBe(415);
    expect(
      await statusOf(ask(`${account}/Messages.json?PageSize=1`, {}, `${account}:${exampleAccount.authToken}`)),
    ).toBe(200);
  });

  test('answers with 429, 500 and a web page on request', async () => {
    const answer = async (to: string) => {
      const form = new URLSearchParams({ From: from, To: to, Body: 'Hello' });
      const response = await ask(`${account}/Messages.json`, { method: 'POST', body: form });
      return [response.status, response.headers.get('content-type'), response.headers.get('retry-after')];
    };
    expect(await answer('+15005550129')).toEqual([429, 'application/json', '2']);
    expect(await answer('+15005550150')).toEqual([500, 'application/json', null]);
    expect(await answer('+15005550151')).toEqual([200, 'text/html', null]);
    expect(carrier.carrier.messages).toEqual([]);
  });

  test('accepts a text and cuts the connection on request', async () => {
    await expect(send({ To: '+15005550153' })).rejects.toThrow('fetch failed');
    expect(carrier.textsOf('+15005550153')).toHaveLength(1);
  });

  test('refuses a body of 10 MB', async () => {
    const response = await ask(`${account}/Messages.json`, { method: 'POST', body: 'x'.repeat(10_000_000) });
    expect(response.status).toBe(413);
  });

  test('lists the numbers of the account with the address of their webhook', async () => {
    const found = await ask(`${account}/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(from)}`);
    expect(await found.json()).toMatchObject({ incoming_phone_numbers: [{ phone_number: from, sms_url: '' }] });
    const other = await ask(`${account}/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(phone)}`);
    expect(await other.json()).toEqual({ incoming_phone_numbers: [] });
  });
});
