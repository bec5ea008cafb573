import {
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  phoneNumberScalar,
  TimeZoneScalar,
} from './scalars.js';

describe('scalars', () => {
  test.each([
    [LocalDateScalar, '2028-02-29', '2028-02-29'],
    [LocalDateTimeScalar, '2026-12-05T09:00', '2026-12-05T09:00'],
    [LocalDateTimeScalar, '2026-12-05T09:00:00', '2026-12-05T09:00'],
    [TimeZoneScalar, 'America/Los_Angeles', 'America/Los_Angeles'],
    [EmailAddressScalar, ' ana+kits@example.org ', 'ana+kits@example.org'],
    [phoneNumberScalar('US'), '(310) 555-0123', '+13105550123'],
    [phoneNumberScalar('US'), '+34 612 34 56 78', '+34612345678'],
  ])('%s parses %s', (scalar, text, value) => {
    expect(scalar.parseValue(text)).toBe(value);
  });

  test.each([
    [LocalDateScalar, '2027-02-29'],
    [LocalDateScalar, '5/12/2026'],
    [LocalDateTimeScalar, '2026-12-05T24:00'],
    [LocalDateTimeScalar, '2026-12-05 09:00'],
    [TimeZoneScalar, 'Mars/Olympus'],
    [TimeZoneScalar, '+02:00'],
    [EmailAddressScalar, 'ana@localhost'],
    [EmailAddressScalar, 'ana@example.org\r\nBcc: all@example.org'],
    [EmailAddressScalar, 'Ana <ana@example.org>'],
    [EmailAddressScalar, 'a@b.org,c@d.org'],
    [phoneNumberScalar('US'), '12'],
    [DateTimeScalar, '2026-12-05'],
    [DateTimeScalar, '2026-12-05T09:00'],
    [DateTimeScalar, 5],
  ])('%s rejects %s', (scalar, text) => {
    expect(() => scalar.parseValue(text)).toThrow(/Not a/);
  });

  test('a phone number without a country code uses the country of its schema', () => {
    const [mexico, american, unknown] = ['MX', 'US', '??'].map(phoneNumberScalar);
    expect(mexico!.parseValue('55 1234 5678')).toBe('+525512345678');
    expect(mexico!.parseValue('+1 310 555 0123')).toBe('+13105550123');
    expect(american!.parseValue('(310) 555-0123')).toBe('+13105550123');
    expect(() => unknown!.parseValue('(310) 555-0123')).toThrow(/Not a/);
  });

  test('a timestamp is serialized in UTC', () => {
    expect(DateTimeScalar.serialize(DateTimeScalar.parseValue('2026-12-05T09:00:00-08:00'))).toBe(
      '2026-12-05T17:00:00.000Z',
    );
  });
});
