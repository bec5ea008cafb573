import { badInput } from '@upstander/platform';
import { createPublicKey } from 'node:crypto';

/** Decodes base64 and checks its length. @throws Refusal BAD_INPUT naming the field */
export function bytes(
  field: string,
  text: string,
  lengths: readonly number[] | { least: number; most: number },
): Buffer {
  const decoded = Buffer.from(text, 'base64');
  const isValidLength =
    'least' in lengths
      ? decoded.length >= lengths.least && decoded.length <= lengths.most
      : lengths.includes(decoded.length);
  // Node ignores invalid base64 characters, so compare with the canonical encoding.
  if (!isValidLength || decoded.toString('base64') !== text) throw badInput({ [field]: 'not-a-key' });
  return decoded;
}

// 128-bit strength; RSA 2048 has only 112 (NIST SP 800-57, part 1, table 2).
const minBits = 3_072;
const maxBits = 8_192;

/** Validates an RSA public key (SPKI, base64). @throws Refusal BAD_INPUT */
export function typedPublicKey(field: string, text: string): Buffer {
  const der = bytes(field, text, { least: 200, most: 1_200 });
  const bits = modulusBits(der);
  if (bits === null || bits < minBits || bits > maxBits) throw badInput({ [field]: 'not-a-key' });
  return der;
}

/** Returns the length of a value wrapped with this key, in bytes. */
export function modulusBytes(der: Buffer): number {
  return Math.ceil((modulusBits(der) ?? 0) / 8);
}

function modulusBits(der: Buffer): number | null {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? null) : null;
  } catch {
    return null;
  }
}

const ivBytes = 12;
const minIterations = 100_000;
const maxIterations = 10_000_000;

/** Validates a private key wrapped in a browser: RSA PKCS #8 under AES-256-GCM. @throws Refusal BAD_INPUT */
export function typedWrappedKey({ wrappedPrivateKey, iv }: { wrappedPrivateKey: string; iv: string }) {
  return {
    wrappedPrivateKey: bytes('wrappedPrivateKey', wrappedPrivateKey, { least: 1_000, most: 8_000 }),
    iv: bytes('iv', iv, [ivBytes]),
  };
}

/** Validates the key derivation parameters of a passphrase. @throws Refusal BAD_INPUT */
export function readKeyDerivation({ salt, iterations }: { salt: string; iterations: number }) {
  if (iterations < minIterations || iterations > maxIterations) throw badInput({ iterations: 'out-of-range' });
  return { salt: bytes('salt', salt, { least: 16, most: 64 }), iterations };
}
