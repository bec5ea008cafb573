import { sha256 } from '@upstander/platform';
import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'ups_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 random digits of base 62 are 256 bits. */
const randomLength = 43;
const checksumLength = 6;
const format = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checksumLength}}$`);

/** Returns a new secret. Its prefix and checksum let scanners recognize a leaked one, as with GitHub's tokens. */
export function newAccessTokenSecret(): string {
  const random = Array.from({ length: randomLength }, () => digits[randomInt(digits.length)]).join('');
  return prefix + random + checksumOf(random);
}

/** True for a secret with a correct checksum, so that typos and made-up ones cost no query. */
export function isAccessTokenSecret(text: string): boolean {
  if (!format.test(text)) return false;
  const random = text.slice(prefix.length, -checksumLength);
  return text.slice(-checksumLength) === checksumOf(random);
}

/** The secret has 256 random bits that can't be guessed, so it needs no slow hash and no salt. */
export function hashOfAccessToken(secret: string): Buffer {
  return sha256(secret);
}

function checksumOf(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let at = 0; at < checksumLength; at += 1) {
    text = digits[rest % digits.length] + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}
