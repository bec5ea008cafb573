import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, in PEM. */
export interface Issued {
  cert: string;
  key: string;
}

export interface Authority extends Issued {
  /** Issues a certificate for a common name, localhost and 127.0.0.1, valid for 30 days. */
  issue(commonName: string): Issued;
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
    issue(name) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const issued = certificate({
        commonName: name,
        issuer: commonName,
        key: own.publicKey,
        signer: keys.privateKey,
      });
      return { cert: issued, key: pemOf(own.privateKey) };
    },
  };
}

interface Facts {
  commonName: string;
  issuer: string;
  key: KeyObject;
  signer: KeyObject;
  isAuthority?: boolean;
}

function certificate({ commonName, issuer, key, signer, isAuthority = false }: Facts): string {
  const ecdsaWithSha256 = sequence(oid([1, 2, 840, 10045, 4, 3, 2]));
  const day = 86_400_000;
  const extension = isAuthority
    ? // Basic constraints, critical: it may issue.
      sequence(oid([2, 5, 29, 19]), der(0x01, [0xff]), der(0x04, sequence(der(0x01, [0xff]))))
    : // Subject alternative names.
      sequence(oid([2, 5, 29, 17]), der(0x04, sequence(der(0x82, 'localhost'), der(0x87, [127, 0, 0, 1]))));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [0x01, ...randomBytes(8)]),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(timeOf(Date.now() - 2 * day), timeOf(Date.now() + 30 * day)),
    nameOf(commonName),
    key.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(extension)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, signer)]));
  const text = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }) as string;
}

function der(tag: number, content: Buffer | string | readonly number[]): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Buffer);
  const size = bytes.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), bytes]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
  const bytes = rest.flatMap((part) => {
    const digits = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return der(0x06, [first * 40 + second, ...bytes]);
}

function nameOf(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid([2, 5, 4, 3]), der(0x0c, commonName))));
}

function timeOf(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '');
  return der(0x17, `${digits.slice(2, 14)}Z`);
}
