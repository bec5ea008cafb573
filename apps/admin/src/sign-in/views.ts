/** Starting steps of the sign-in page. The server has prerendered HTML for each (`apps/api/src/site/sign-in-page.ts`). */
export const views = ['password', 'code', 'ended', 'second-step', 'setup'] as const;
export type View = (typeof views)[number];

export function viewOf(search: string): View {
  const params = new URLSearchParams(search);
  const step = params.get('step');
  if (step === 'code' || step === 'second-step' || step === 'setup') return step;
  return params.get('ended') === '1' ? 'ended' : 'password';
}
