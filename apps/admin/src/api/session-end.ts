/** Called when the session has ended while somebody was working. Set by the router, which knows the way to sign-in. */
export const whenSignedOut: { go: () => void } = { go: () => undefined };
