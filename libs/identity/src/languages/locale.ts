import { enumOf, type EnumOf } from '@upstander/platform';

export const Locale = enumOf('Locale', 'A supported language.', {
  en: 'English.',
  es: 'Spanish.',
});
export type LocaleName = EnumOf<typeof Locale>;
