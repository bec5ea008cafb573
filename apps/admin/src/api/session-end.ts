/** Set by the router. Resolves to true once the same person has signed in again, so the request can be repeated. */
export const sessionEndHandler: { go: () => Promise<boolean> } = { go: () => Promise.resolve(false) };
