import { registerEnumType } from '@nestjs/graphql';

/** The languages everything is written in. */
export const Locale = { EN: 'en', ES: 'es' } as const;
export type LocaleName = (typeof Locale)[keyof typeof Locale];
registerEnumType(Locale, { name: 'Locale', description: 'A language everything is written in.' });
