import { modelField, type Said } from '@upstander/platform';
import { MinorUnitsScalar } from './minor-units.scalar.js';

/**
 * Whole minor units of the currency in the row's `currency`: text here, as PostgreSQL gives a bigint. The API shows both
 * as one `Money`, which whoever reads the row puts together (`money`).
 */
export function MinorAmount(said: Pick<Said, 'nullable' | 'default' | 'computed'> = {}): PropertyDecorator {
  return modelField(said, { type: () => MinorUnitsScalar, column: { type: 'bigint' }, empty: '0' });
}

/** ISO 4217 code in capitals, such as USD. */
export function CurrencyCode(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'text' }, empty: '' });
}
