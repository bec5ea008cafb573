/** How the page to sign in can begin; the server has each as finished HTML (`apps/api/src/site/sign-in-page.ts`). */
export const views = ['password', 'code', 'ended', 'second-step', 'setup'] as const;
export type View = (typeof views)[number];

/** Emails to staff lead to the code, and the public site to the second step; whose session ended is told so. */
export function viewOf(search: string): View {
  const asked = new URLSearchParams(search);
  const step = asked.get('step');
  if (step === 'code' || step === 'second-step' || step === 'setup') return step;
  return asked.get('ended') === '1' ? 'ended' : 'password';
}
