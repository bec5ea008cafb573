import { enumOf, type EnumOf } from '@upstander/platform';

export const IntroductionAnswer = enumOf('IntroductionAnswer', "A business's response to an introduction.", {
  interested: 'The business would like to meet.',
  not_now: 'Not at the moment.',
});
export type IntroductionAnswer = EnumOf<typeof IntroductionAnswer>;
