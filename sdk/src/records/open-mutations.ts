// Generated from schema/ by `npm run codegen`.

/** The mutations of callers who are not signed in: they take no idempotency key. */
export const openMutations = /\b(?:acceptInvitation|completePasswordReset|refreshSession|signIn|signInWithLink)\s*\(/;
