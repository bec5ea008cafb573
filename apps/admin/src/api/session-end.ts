/**
 * Called when the session has ended while somebody was working. Set by the router, which knows the way to sign-in. True once
 * the same person has signed in again beside what they were writing: what was asked can be asked again.
 */
export const whenSignedOut: { go: () => Promise<boolean> } = { go: () => Promise.resolve(false) };
