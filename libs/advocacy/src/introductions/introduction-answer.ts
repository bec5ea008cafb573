import { registerEnumType } from '@nestjs/graphql';

export const IntroductionAnswer = { INTERESTED: 'interested', NOT_NOW: 'not_now' } as const;
export type IntroductionAnswer = (typeof IntroductionAnswer)[keyof typeof IntroductionAnswer];
registerEnumType(IntroductionAnswer, {
  name: 'IntroductionAnswer',
  description: 'What a business said to an introduction.',
});
