import { registerEnumType } from '@nestjs/graphql';

export const MessageFrom = { ADVOCATE: 'advocate', PERSON: 'person', BUSINESS: 'business' } as const;
export type MessageFrom = (typeof MessageFrom)[keyof typeof MessageFrom];
registerEnumType(MessageFrom, { name: 'MessageFrom', description: 'Who wrote a message.' });
