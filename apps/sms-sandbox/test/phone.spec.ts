import { startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';

const phone = '+12025550123';
const address = `/dev/phone/${encodeURIComponent(phone)}`;

describe('the phones of the local carrier', () => {
  let carrier: CarrierHandle;
  beforeEach(async () => (carrier = await startCarrier()));
  afterEach(() => carrier.close());

  const open = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(carrier.url + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, page: await response.text() };
  };
  const text = (body: string) => open(address, { method: 'POST', body: new URLSearchParams({ text: body }) });
  const receive = (body: string, to = phone) =>
    carrier.carrier.accept({
      to,
      sender: carrier.account.numbers[0]!,
      messagingServiceSid: null,
      body,
      statusCallback: null,
    });

  test('lists numbers with their latest text, newest first', async () => {
    expect((await open('/dev/phone')).page).toContain('No texts yet.');
    receive('First');
    receive('Second', '+12025550124');
    receive('<b>Third</b>');
    const { page } = await open('/dev/phone');
    expect(page.indexOf(phone)).toBeLessThan(page.indexOf('+12025550124'));
    expect(page).toContain('&#60;b&#62;Third&#60;/b&#62;');
    expect(page).not.toContain('First');
  });

  test('shows a conversation with status, error and segments, and sends a reply', async () => {
    receive('x'.repeat(161));
    carrier.carrier.landlines.add(phone);
    receive('Hello');
    await carrier.advance(10_000);
    const sent = await text('On my way\r\nsee you');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, address]);
    const { page } = await open(address);
    expect(page).toContain('2 segments');
    expect(page).toContain('undelivered (30006)');
    expect(page).toContain('<p>On my way\nsee you</p>');
  });

  test('sends a reply to the number that texted last', async () => {
    const other = { number: '+12025550101', isRegistered: true };
    carrier.account.numbers = [...carrier.account.numbers, other];
    carrier.carrier.accept({ to: phone, sender: other, messagingServiceSid: null, body: 'Hi', statusCallback: null });
    await text('Hello');
    expect(carrier.textsOf(phone).at(-1)).toMatchObject({ to: other.number, body: 'Hello' });
  });

  test('shows that a phone replied STOP', async () => {
    await text('STOP');
    expect((await open(address)).page).toContain('This phone replied STOP');
    await text('START');
    expect((await open(address)).page).not.toContain('This phone replied STOP');
  });

  test('opens another phone by its number, with or without the plus sign', async () => {
    for (const number of [phone, phone.slice(1), ` ${phone.slice(1)}`]) {
      const { status, headers } = await open(`/dev/phone?${new URLSearchParams({ number }).toString()}`);
      expect([status, headers.get('location')]).toEqual([303, address]);
    }
    expect((await open('/dev/phone?number=911<')).page).toContain('“911&#60;” is not a number like');
    expect((await open('/dev/phone/%ff')).status).toBe(404);
    expect((await open('/dev/phone/911')).status).toBe(404);
  });

  test('needs no script and allows none', async () => {
    receive('<script>alert(1)</script>');
    for (const path of ['/dev/phone', address, '/dev/phone/911']) {
      const { page, headers } = await open(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
      expect(page).not.toContain('<script');
    }
  });

  test('ignores an empty reply', async () => {
    await text(' \n');
    expect(carrier.textsOf(phone)).toEqual([]);
  });
});
