import { exampleAccount, signCallback, startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { Listener } from './support/listener.js';

const phone = '+12025550123';
const number = exampleAccount.numbers[0]!;

describe('texts of the local carrier', () => {
  let listener: Listener;
  let carrier: CarrierHandle;
  beforeEach(async () => {
    listener = await Listener.start();
    carrier = await startCarrier({ account: { inboundUrl: listener.url } });
  });
  afterEach(async () => {
    await carrier.close();
    await listener.close();
  });

  const send = (to = phone, overrides = '') =>
    carrier.carrier.accept({
      to,
      sender: carrier.account.numbers[0]!,
      messagingServiceSid: null,
      body: 'Hello',
      statusCallback: `${listener.url}/status${overrides}`,
    });

  test('signs callbacks as in the example of Twilio’s documentation', () => {
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    const params = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    expect(signCallback('12345', url, params)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  test('reports sent and then delivered, signed for the URL without its fragment', async () => {
    const { sid } = send(phone, '#rc=2');
    await carrier.advance(500);
    await carrier.advance(10_000);
    expect(listener.valuesOf('MessageStatus')).toEqual(['sent', 'delivered']);
    const { params, signature } = listener.heard[0]!;
    expect(params).toMatchObject({ MessageSid: sid, From: number.number, To: phone, AccountSid: exampleAccount.sid });
    expect(signature).toBe(signCallback(exampleAccount.authToken, `${listener.url}/status`, params));
  });

  test('reports landlines and phones that are off as undelivered', async () => {
    carrier.carrier.landlines.add('+12025550124');
    for (const to of ['+15005550106', '+12025550124', '+15005550103']) send(to);
    await carrier.advance(10_000);
    const codes = listener.heard.filter(({ params }) => params['MessageStatus'] === 'undelivered');
    expect(new Map(codes.map(({ params }) => [params['To'], params['ErrorCode']]))).toEqual(
      new Map([
        ['+15005550106', '30006'],
        ['+12025550124', '30006'],
        ['+15005550103', '30003'],
      ]),
    );
  });

  test('reports every text of an unregistered number as undelivered', async () => {
    number.isRegistered = false;
    send();
    await carrier.advance(10_000);
    number.isRegistered = true;
    expect(listener.valuesOf('ErrorCode')).toContain('30034');
    expect(carrier.textsOf(phone)).toMatchObject([{ status: 'undelivered', errorCode: 30_034 }]);
  });

  test('delivers late, twice and out of order, in the same way for the same seed', async () => {
    const arrivals = async () => {
      const other = await startCarrier({ seed: 7 });
      other.carrier.callbacks.problems = { shuffle: true, duplicate: 0.5, late: 5_000 };
      listener.heard.length = 0;
      for (let one = 0; one < 5; one += 1)
        other.carrier.accept({
          to: phone,
          sender: number,
          messagingServiceSid: null,
          body: 'Hello',
          statusCallback: listener.url,
        });
      await other.advance(60_000);
      await other.advance(60_000);
      await other.close();
      return listener.heard.map(({ params }) => `${params['MessageSid']} ${params['MessageStatus']}`);
    };
    const first = await arrivals();
    expect(await arrivals()).toEqual(first);
    expect(first.length).toBeGreaterThan(10);
    const isEarly = (one: string) =>
      one.endsWith('delivered') && first.indexOf(one) < first.indexOf(one.replace('delivered', 'sent'));
    expect(first.some(isEarly)).toBe(true);
  });

  test('retries callbacks as the fragment of their URL asks', async () => {
    send(phone, '#rc=2&rp=5xx');
    listener.failures.push(503, 503);
    await carrier.advance(1_200);
    await carrier.advance(1_000);
    await carrier.advance(2_000);
    await carrier.advance(60_000);
    expect(listener.valuesOf('MessageStatus').filter((status) => status === 'sent')).toHaveLength(3);

    send(phone, '#rc=2&rp=5xx');
    listener.failures.push(404);
    const before = listener.heard.length;
    await carrier.advance(1_200);
    await carrier.advance(60_000);
    expect(listener.heard.length - before).toBe(2);
  });

  test('passes on a text from a phone and sends the answer', async () => {
    listener.answer.body =
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Thanks &amp; see you at 5 &lt; 6</Message></Response>';
    const { sid } = await carrier.text(phone, 'I’m late 😀');
    expect(listener.heard[0]!.params).toMatchObject({
      MessageSid: sid,
      From: phone,
      To: number.number,
      Body: 'I’m late 😀',
      NumMedia: '0',
    });
    expect(listener.heard[0]!.params).not.toHaveProperty('OptOutType');
    expect(carrier.textsOf(phone)).toMatchObject([
      { direction: 'inbound' },
      { direction: 'outbound-reply', body: 'Thanks & see you at 5 < 6' },
    ]);
  });

  test.each([
    ['text/xml', '<Response><Message>Tom & Jerry</Message></Response>', 12_100],
    ['text/xml', '<Response><Message>\u0007</Message></Response>', 12_100],
    ['text/xml', '<Response><Message><b>Hi</b></Message></Response>', 12_100],
    ['text/xml', 'Hello', 12_100],
    ['application/json', '{}', 12_300],
  ])('reports an answer of type %s with %j as an error', async (contentType, body, code) => {
    listener.answer = { contentType, body };
    await carrier.text(phone, 'Hi');
    expect(carrier.carrier.answerErrors).toEqual([code]);
    expect(carrier.textsOf(phone)).toHaveLength(1);
  });

  test('keeps its own STOP list until the phone texts START', async () => {
    listener.answer.body = '<Response><Message>You get no more texts.</Message></Response>';
    await carrier.text(phone, ' stop ');
    expect(listener.heard[0]!.params).toMatchObject({ Body: ' stop ', OptOutType: 'STOP' });
    expect(() => send()).toThrow(expect.objectContaining({ status: 400, code: 21_610 }) as Error);
    await carrier.advance(10_000);
    expect(carrier.textsOf(phone).map(({ status, errorCode }) => [status, errorCode])).toEqual([
      ['received', null],
      ['delivered', null],
      ['undelivered', 21_610],
    ]);
    expect(() => send('+12025550124')).not.toThrow();
    listener.answer.body = '<Response/>';
    await carrier.text(phone, 'Unstop');
    expect(listener.heard.at(-1)!.params).toMatchObject({ OptOutType: 'START' });
    expect(() => send()).not.toThrow();
    await carrier.text(phone, 'Please stop texting me');
    expect(listener.heard.at(-1)!.params).not.toHaveProperty('OptOutType');
    expect(() => send()).not.toThrow();
  });

  test('names no keyword without Advanced Opt-Out, but acts on it', async () => {
    carrier.account.hasAdvancedOptOut = false;
    await carrier.text(phone, 'QUIT');
    expect(listener.heard[0]!.params).not.toHaveProperty('OptOutType');
    expect(() => send()).toThrow('unsubscribed');
  });
});
