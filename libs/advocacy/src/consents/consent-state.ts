import { registerEnumType } from '@nestjs/graphql';

export const ConsentState = { PROPOSED: 'proposed', LIVE: 'live', EXPIRED: 'expired', REVOKED: 'revoked' } as const;
export type ConsentState = (typeof ConsentState)[keyof typeof ConsentState];
registerEnumType(ConsentState, {
  name: 'ConsentState',
  description: 'Only a live consent lets a business see anything.',
});

export const ConsentHow = { SIGNED: 'signed', BY_CODE: 'by_code', ELECTRONICALLY: 'electronically' } as const;
export type ConsentHow = (typeof ConsentHow)[keyof typeof ConsentHow];
registerEnumType(ConsentHow, { name: 'ConsentHow', description: 'How a consent was given in writing.' });
