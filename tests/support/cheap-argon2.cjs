/**
 * argon2id as cheap as it goes: in the tests thousands of passwords and codes are hashed, and none is kept from anybody. What
 * compares with a hash that is there works as hard as that says. ARGON2_COST=full, and `npm run faults`, pay the whole price; so does
 * whoever meets codes of production, whose records are found by hashing again (CODE_NOT_RIGHT where that is cheaper than it was).
 */
const process = require('node:process');
const argon2 = require('../../node_modules/@node-rs/argon2/index.js');

const cheaper = (options) =>
  process.env.ARGON2_COST === 'full' || process.env.FAULTS === 'full'
    ? options
    : { ...options, memoryCost: 64, timeCost: 1 };

module.exports = {
  ...argon2,
  hash: (password, options, ...more) => argon2.hash(password, cheaper(options), ...more),
  hashRaw: (password, options, ...more) => argon2.hashRaw(password, cheaper(options), ...more),
};
