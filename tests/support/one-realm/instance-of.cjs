/**
 * The production behavior of `graphql`. Its development check for a second copy of itself takes a tenth of the test
 * time.
 */
exports.instanceOf = (value, constructor) => value instanceof constructor;
