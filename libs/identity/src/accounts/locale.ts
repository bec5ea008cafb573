import { enumOf, type EnumOf } from '@upstander/platform';

export const Locale = enumOf('Locale', 'A language everything is written in.', {
  en: 'English.',
  es: 'Spanish.',
});
export type LocaleName = EnumOf<typeof Locale>;
