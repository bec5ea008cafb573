/**
 * Called when the session ends while the user is working. The router sets it. Resolves to true once the same person has
 * signed in again, so the request can be repeated.
 */
export const sessionEndHandler: { go: () => Promise<boolean> } = { go: () => Promise.resolve(false) };
