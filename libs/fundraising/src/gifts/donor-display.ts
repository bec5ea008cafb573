import { registerEnumType } from '@nestjs/graphql';

export const DonorDisplay = { FULL_NAME: 'full_name', SHORT_NAME: 'short_name', NO_NAME: 'no_name' } as const;
export type DonorDisplay = (typeof DonorDisplay)[keyof typeof DonorDisplay];
registerEnumType(DonorDisplay, {
  name: 'DonorDisplay',
  description: 'How everybody sees a donor: the whole name, the first name and an initial, or no name at all.',
});

/** As a row says it: nobody's name is another column, because it is also kept from most of the staff. */
export type ShownAs = Exclude<DonorDisplay, 'no_name'>;

/** How the row of a gift or a recurring gift shows its donor. */
export function displayOf({ anonymous, shownAs }: { anonymous: boolean; shownAs: ShownAs }): DonorDisplay {
  return anonymous ? DonorDisplay.NO_NAME : shownAs;
}

/** The name that everybody may see of the gift called `g`; null for no name. No other form may leave for the public. */
export const publicName = 'fundraising.public_name(g.name, g.anonymous, g.shown_as)';
