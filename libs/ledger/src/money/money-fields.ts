import { modelField, type FieldSettings } from '@upstander/platform';
import { MinorUnitsScalar } from './minor-units.scalar.js';

/**
 * Declares minor units in the currency of the row's `currency` column.
 * A string here, as PostgreSQL returns a bigint. The API combines both into `Money`; see `money`.
 */
export function MinorAmount(options: Pick<FieldSettings, 'nullable' | 'default' | 'computed'> = {}): PropertyDecorator {
  return modelField(options, { type: () => MinorUnitsScalar, column: { type: 'bigint' }, empty: '0' });
}

export function CurrencyCode(options: FieldSettings = {}): PropertyDecorator {
  return modelField(options, { type: () => String, column: { type: 'text' }, empty: '' });
}
