import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { isCountable, isDay, isTimeZone } from '../../typed/days.js';
import { normalizeEmail } from '../../typed/email-address.js';

function scalarError(type: string, expected: string): GraphQLError {
  return new GraphQLError(`Not a ${type}: ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Creates a scalar serialized as text both ways. `read` returns the value, or null for invalid text. */
function textScalar<T>(options: {
  name: string;
  description: string;
  expected: string;
  read: (text: string) => T | null;
  write?: (value: unknown) => string;
}): GraphQLScalarType<T, string> {
  const { name, description, expected, read, write = String } = options;
  const parse = (value: unknown): T => {
    const result = typeof value === 'string' ? read(value) : null;
    if (result === null) throw scalarError(name, expected);
    return result;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: write,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'A UTC timestamp in RFC 3339 format, for example 2026-12-05T17:00:00.000Z.',
  expected: 'an instant such as 2026-12-05T17:00:00Z',
  read: (text) => {
    const at = new Date(text);
    const shaped = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
    return shaped && isCountable(at) ? at : null;
  },
  write: (value) => {
    // A page of events contains 160 timestamps, so text in the right format isn't parsed again.
    if (typeof value === 'string' && value.length === 24 && value.endsWith('Z')) return value;
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  },
});

export const LocalDateScalar = textScalar<string>({
  name: 'LocalDate',
  description: 'A calendar date, for example 2026-12-05.',
  expected: 'a day such as 2026-12-05',
  read: (text) => (isDay(text) ? text : null),
});

export const LocalDateTimeScalar = textScalar<string>({
  name: 'LocalDateTime',
  description: 'A local date and time, for example 2026-12-05T09:00; its time zone is a separate field.',
  expected: 'a wall time such as 2026-12-05T09:00',
  read: (text) => {
    const [day = '', time = ''] = text.split('T');
    return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(time) ? `${day}T${time.slice(0, 5)}` : null;
  },
});

export const TimeZoneScalar = textScalar<string>({
  name: 'TimeZone',
  description: 'An IANA time zone, for example America/Los_Angeles.',
  expected: 'a zone such as America/Los_Angeles',
  read: (text) => (isTimeZone(text) ? text : null),
});

export const EmailAddressScalar = textScalar<string>({
  name: 'EmailAddress',
  description: 'A single email address without a display name, in lowercase and with an ASCII domain.',
  expected: 'an address such as ana@example.org',
  read: normalizeEmail,
});

/** Placeholder for a phone number in models and inputs; parsing depends on the country of each schema. */
export class PhoneNumber {}

/**
 * Parses a phone number to E.164; returns null if invalid.
 * @param country assumed for a number without a country code; an unknown country rejects such numbers
 */
export function readPhoneNumber(text: string, country: string): string | null {
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : undefined);
  return number?.isPossible() ? number.number : null;
}

/** Formats a number for display: `+18883737888` becomes `1-888-373-7888`. */
export function formatPhoneNumber(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `1-${area}-${exchange}-${line}`;
}

/** Returns the scalar for an organization in this country. */
export function phoneNumberScalar(country: string): GraphQLScalarType<string, string> {
  return textScalar<string>({
    name: 'PhoneNumber',
    description:
      'A phone number, returned in E.164 format (+13105550123). A number without a country code is read as one of the country of `organization`.',
    expected: 'a phone number such as +1 310 555 0123',
    read: (text) => readPhoneNumber(text, country),
  });
}

export const scalars = [DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, TimeZoneScalar, EmailAddressScalar];
