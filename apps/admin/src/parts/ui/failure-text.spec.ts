import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { failureText, refundFailureText } from './failure-text.js';

const words = adminCatalogOf('en');

test.each(['insufficient_funds', 'stolen_card', 'generic_decline', 'a_code_of_next_year', 'toString'])(
  'explains a decline without a Stripe code: %s',
  (code) => {
    for (const locale of ['en', 'es'] as const) {
      const text = failureText(adminCatalogOf(locale), code);
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(text).not.toContain('_');
    }
  },
);

test('shows the general text for an unknown code', () => {
  expect(failureText(words, 'a_code_of_next_year')).toBe(words.admin.money.failures.other);
  expect(refundFailureText(words, 'unknown')).toBe(words.admin.money.refundFailed);
  expect(refundFailureText(words, 'lost_or_stolen_card')).toBe(words.admin.money.failures.lost_card);
});
