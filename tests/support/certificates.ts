import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** In PEM. */
export interface IssuedCertificate {
  cert: string;
  key: string;
}

export interface Authority extends IssuedCertificate {
  /** Issues a certificate for a common name, localhost and 127.0.0.1, valid for 30 days by default. */
  issue(commonName: string, days?: number): IssuedCertificate;
}

/** Makes a certificate authority for one test. Node reads certificates but doesn't make them, so this writes their DER. */
export function anAuthority(commonName = 'Upstander tests'): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cert = certificate({
    commonName,
    issuer: commonName,
    key: keys.publicKey,
    signer: keys.privateKey,
    isAuthority: true,
  });
  return {
    cert,
    key: pemOf(keys.privateKey),
    issue(name, days) {
      const keyPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const certificatePem = certificate({
        commonName: name,
        issuer: commonName,
        key: keyPair.publicKey,
        signer: keys.privateKey,
        ...(days !== undefined && { days }),
      });
      return { cert: certificatePem, key: pemOf(keyPair.privateKey) };
    },
  };
}

interface Facts {
  commonName: string;
  issuer: string;
  key: KeyObject;
  signer: KeyObject;
  isAuthority?: boolean;
  days?: number;
}

function certificate({ commonName, issuer, key, signer, isAuthority = false, days = 30 }: Facts): string {
  const ecdsaWithSha256 = sequence(encodeOid([1, 2, 840, 10045, 4, 3, 2]));
  const day = 86_400_000;
  const extension = isAuthority
    ? // Basic constraints, critical: it may issue.
      sequence(encodeOid([2, 5, 29, 19]), encodeDer(0x01, [0xff]), encodeDer(0x04, sequence(encodeDer(0x01, [0xff]))))
    : // Subject alternative names.
      sequence(
        encodeOid([2, 5, 29, 17]),
        encodeDer(0x04, sequence(encodeDer(0x82, 'localhost'), encodeDer(0x87, [127, 0, 0, 1]))),
      );
  const body = sequence(
    encodeDer(0xa0, encodeDer(0x02, [2])),
    encodeDer(0x02, [0x01, ...randomBytes(8)]),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(timeOf(Date.now() - 2 * day), timeOf(Date.now() + days * day)),
    nameOf(commonName),
    key.export({ format: 'der', type: 'spki' }),
    encodeDer(0xa3, sequence(extension)),
  );
  const signature = encodeDer(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, signer)]));
  const text = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }) as string;
}

function encodeDer(tag: number, content: Buffer | string | readonly number[]): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Buffer);
  const size = bytes.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), bytes]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return encodeDer(0x30, Buffer.concat(parts));
}

function encodeOid([first = 0, second = 0, ...others]: readonly number[]): Buffer {
  const bytes = others.flatMap((part) => {
    const digits = [part & 0x7f];
    for (let remaining = part >> 7; remaining > 0; remaining >>= 7) digits.unshift((remaining & 0x7f) | 0x80);
    return digits;
  });
  return encodeDer(0x06, [first * 40 + second, ...bytes]);
}

function nameOf(commonName: string): Buffer {
  return sequence(encodeDer(0x31, sequence(encodeOid([2, 5, 4, 3]), encodeDer(0x0c, commonName))));
}

function timeOf(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '');
  return encodeDer(0x17, `${digits.slice(2, 14)}Z`);
}
