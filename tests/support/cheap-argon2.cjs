/**
 * Replaces argon2id with its lowest cost: tests hash thousands of passwords and codes that protect nothing. Comparing
 * with an existing hash uses that hash's cost. ARGON2_COST=full and `npm run faults` use the real cost. So must tests
 * with codes from production, whose records are found by rehashing (CODE_NOT_RIGHT at a lower cost).
 */
const process = require('node:process');
const argon2 = require('../../node_modules/@node-rs/argon2/index.js');

const cheaperOptions = (options) =>
  process.env.ARGON2_COST === 'full' || process.env.FAULTS === 'full'
    ? options
    : { ...options, memoryCost: 64, timeCost: 1 };

module.exports = {
  ...argon2,
  hash: (password, options, ...rest) => argon2.hash(password, cheaperOptions(options), ...rest),
  hashRaw: (password, options, ...rest) => argon2.hashRaw(password, cheaperOptions(options), ...rest),
};
