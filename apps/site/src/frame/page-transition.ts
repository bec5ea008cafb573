/**
 * Fades between two pages that both contain it. It is inline, because the style sheets are shared with quiet pages, which
 * must not fade. The Content-Security-Policy allows it by its hash (apps/api/src/site/security-headers.ts).
 */
export const pageTransition = '@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}';
