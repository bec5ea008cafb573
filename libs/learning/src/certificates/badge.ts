/** What a badge is made of. */
export interface BadgeFacts {
  id: string;
  issuer: { id: string; name: string; url: string };
  course: { url: string; title: string; summary: string; lessons: number };
  name: string;
  completedOn: string;
  expiresOn: string | null;
}

const dayStart = (day: string) => `${day}T00:00:00Z`;
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/**
 * The claims of an Open Badges 3.0 credential as a JWT: the credential itself, and beside it what JWT calls the same
 * (1EdTech Open Badges 3.0, 8.2; W3C Verifiable Credentials 2.0).
 */
export function badgeClaims({ id, issuer, course, name, completedOn, expiresOn }: BadgeFacts): Record<string, unknown> {
  const validFrom = dayStart(completedOn);
  const validUntil = expiresOn && `${expiresOn}T23:59:59Z`;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: course.title,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom,
    ...(validUntil && { validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityHash: name, identityType: 'name', hashed: false }],
      achievement: {
        id: course.url,
        type: ['Achievement'],
        achievementType: 'Course',
        name: course.title,
        description: course.summary,
        criteria: { narrative: `Read ${course.lessons} lessons and answered the questions of each of them right.` },
      },
    },
    iss: issuer.id,
    jti: `urn:uuid:${id}`,
    nbf: seconds(validFrom),
    ...(validUntil && { exp: seconds(validUntil) }),
  };
}
