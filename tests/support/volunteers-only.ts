/** Settings of an installation without fundraising and without a sealed zone. */
export const volunteersOnly = {
  FUNDRAISING_MODE: 'off',
  STRIPE_SECRET_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  SEALED_ZONE: 'off',
  SEALED_DATABASE_URL: '',
  SEALED_KEYS_URL: '',
  SEALED_KEYS: '',
};
