/**
 * Patches for Stripe's published examples that are older than the installed SDK or contain a stub instead of an object:
 * values to set, or undefined to remove. An example that passes unpatched must not be listed.
 */
export const fixtureGaps: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'billing_portal.configuration': {
    '/features/subscription_pause': { enabled: false, duration: { type: 'indefinite', interval_options: [] } },
    '/features/subscription_cancel/cancellation_reason/feedback_options': null,
  },
  'billing_portal.session': { '/flow/customer_update': null, '/flow/subscription_pause': null },
  charge: {
    '/payment_method_details/card/electronic_commerce_indicator': null,
    // The example has only the ID of the account.
    '/transfer_data/destination': 'acct_1032D82eZvKYlo2C',
  },
  'checkout.session': { '/allowed_payment_method_types': null },
  dispute: { '/intended_submission_method': 'manual', '/evidence_details/submission_method': 'not_submitted' },
  // Contains a plan of an older API.
  event: { '/data/object/aggregate_usage': undefined },
  invoice: { '/subscription': undefined },
  payment_intent: {
    '/allowed_payment_method_types': null,
    '/payment_record': null,
    '/transfer_data/destination': 'acct_1032D82eZvKYlo2C',
  },
  product: { '/tax_details': null },
  setup_intent: { '/allowed_payment_method_types': null },
  subscription: {
    '/cancellation_details/feedback_option': null,
    '/items/data/0/current_trial': null,
    '/pending_update/cancel_at_period_end': null,
    '/trial_settings/end_behavior/billing_cycle_anchor': null,
    '/transfer_data/destination': 'acct_1032D82eZvKYlo2C',
  },
  subscription_item: { '/current_trial': null },
};
