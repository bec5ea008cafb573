import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Carrier, exampleAccount, readOptions, serve } from '@upstander/sms-sandbox';

describe('the local carrier as a program', () => {
  test.each(['production', 'staging'])('refuses to start with NODE_ENV=%s, because it sends no texts', (mode) => {
    expect(() => readOptions([], { NODE_ENV: mode })).toThrow(/sends no texts and refuses to start/);
  });

  test.each([
    [['--port', '70000'], '"70000" is not a port'],
    [['--from', '2025550100'], 'is not a number like'],
    [['--inbound', 'localhost:3000'], 'is not an http or https URL'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });

  test('starts without any option, with an example account and a registered number', () => {
    const { port, account } = readOptions([], {});
    expect(port).toBe(12_112);
    expect({ ...exampleAccount, ...account }).toEqual(exampleAccount);
    expect(readOptions(['--unregistered'], {}).account.numbers).toEqual([
      { ...exampleAccount.numbers[0]!, isRegistered: false },
    ]);
  });

  test('has several numbers if it is started with them', () => {
    const numbers = ['+12025550100', '+12025550101'];
    const numbersOf = (...options: Parameters<typeof readOptions>) =>
      readOptions(...options).account.numbers?.map(({ number }) => number);
    expect(numbersOf(['--from', numbers.join(',')], {})).toEqual(numbers);
    expect(numbersOf([], { DISCREET_SMS_FROM: numbers[1] })).toEqual(numbers);
  });

  test('reports deliveries while it runs, without being asked', async () => {
    const customer = createServer((_request, response) => void response.end()).listen(0, '127.0.0.1');
    await once(customer, 'listening');
    const carrier = new Carrier();
    const server = await serve(carrier);
    const [sender] = carrier.account.numbers;
    const message = carrier.accept({
      to: '+12025550123',
      sender: sender!,
      messagingServiceSid: null,
      body: 'Hello',
      statusCallback: `http://127.0.0.1:${(customer.address() as AddressInfo).port}/status`,
    });
    const reported = once(customer, 'request');
    carrier.agenda.advance(60_000);
    await reported;
    expect(message.status).toBe('delivered');
    expect((await fetch(`${server.url}/`, { redirect: 'manual' })).headers.get('location')).toBe('/dev/phone');
    await server.close();
    customer.closeAllConnections();
    customer.close();
  });
});
