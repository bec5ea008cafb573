import { enumOf, type EnumOf } from '@upstander/platform';

export const DonorDisplay = enumOf('DonorDisplay', "How a donor's name is shown publicly.", {
  full_name: 'Full name.',
  short_name: 'First name and last initial.',
  no_name: 'No name.',
});
export type DonorDisplay = EnumOf<typeof DonorDisplay>;

/** Row value; anonymity is a separate column, because it is also hidden from most staff. */
export type DonorDisplayValue = Exclude<DonorDisplay, 'no_name'>;

export function displayOf({ anonymous, shownAs }: { anonymous: boolean; shownAs: DonorDisplayValue }): DonorDisplay {
  return anonymous ? DonorDisplay.NO_NAME : shownAs;
}

/** Returns SQL for the public name of gift `g`, or null. Public output must not use any other form of the name. */
export const publicName = 'fundraising.public_name(g.name, g.anonymous, g.shown_as)';
