import type { LocaleName } from '@upstander/identity';
import { createHash } from 'node:crypto';
import { words as certificateWords } from './certificate.texts.generated.js';

export interface BadgeFacts {
  id: string;
  issuer: { id: string; name: string; url: string };
  course: { url: string; title: string; summary: string; lessons: number };
  /** `id` is a pseudonymous URI; `salt` protects the hashed name and email address from guessing. */
  recipient: { id: string; name: string; email: string; salt: string };
  imageUrl: string;
  locale: LocaleName;
  completedOn: string;
  expiresOn: string | null;
}

export const badgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];
const schemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

const dayStart = (day: string) => `${day}T00:00:00Z`;
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/**
 * Returns the claims of an Open Badges 3.0 credential as a JWT.
 * They consist of the credential and the registered claims that must repeat it (`iss`, `jti`, `sub`, `nbf`, `exp`;
 * 1EdTech Open Badges 3.0, 8.2; W3C Verifiable Credentials 2.0).
 */
export function badgeClaims(facts: BadgeFacts): Record<string, unknown> {
  const { id, issuer, course, recipient, imageUrl, locale, completedOn, expiresOn } = facts;
  const validFrom = dayStart(completedOn);
  const validUntil = expiresOn && `${expiresOn}T23:59:59Z`;
  return {
    '@context': badgeContexts,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: course.title,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom,
    ...(validUntil && { validUntil }),
    credentialSubject: {
      id: recipient.id,
      type: ['AchievementSubject'],
      identifier: [hashed('name', recipient.name), hashed('emailAddress', recipient.email.toLowerCase())],
      achievement: {
        id: course.url,
        type: ['Achievement'],
        inLanguage: locale,
        achievementType: 'Course',
        name: course.title,
        description: course.summary,
        criteria: { narrative: certificateWords[locale].criteria({ lessons: String(course.lessons) }) },
        image: { id: imageUrl, type: 'Image', caption: issuer.name },
      },
    },
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    iss: issuer.id,
    jti: `urn:uuid:${id}`,
    sub: recipient.id,
    nbf: seconds(validFrom),
    ...(validUntil && { exp: seconds(validUntil) }),
  };

  /** Hashes an identity with a salt. A verifier who knows the identity can compare it, but no one can read it. */
  function hashed(identityType: string, identity: string) {
    const hash = createHash('sha256')
      .update(identity + recipient.salt)
      .digest('hex');
    return { type: 'IdentityObject', hashed: true, identityHash: `sha256$${hash}`, identityType, salt: recipient.salt };
  }
}
