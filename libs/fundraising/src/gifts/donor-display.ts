import { enumOf, type EnumOf } from '@upstander/platform';

export const DonorDisplay = enumOf(
  'DonorDisplay',
  'How everybody sees a donor: the whole name, the first name and an initial, or no name at all.',
  {
    full_name: 'With the whole name.',
    short_name: 'With the first name and a letter.',
    no_name: 'Without a name.',
  },
);
export type DonorDisplay = EnumOf<typeof DonorDisplay>;

/** As a row says it: nobody's name is another column, because it is also kept from most of the staff. */
export type ShownAs = Exclude<DonorDisplay, 'no_name'>;

/** How the row of a gift or a recurring gift shows its donor. */
export function displayOf({ anonymous, shownAs }: { anonymous: boolean; shownAs: ShownAs }): DonorDisplay {
  return anonymous ? DonorDisplay.NO_NAME : shownAs;
}

/** The name that everybody may see of the gift called `g`; null for no name. No other form may leave for the public. */
export const publicName = 'fundraising.public_name(g.name, g.anonymous, g.shown_as)';
