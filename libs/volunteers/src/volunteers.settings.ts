import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';

export const volunteerSettings = settings.define({
  SCREENING_WAIT_DAYS: setting(
    settingOf.count(5, 5, 60),
    'How many business days a volunteer has between the notice before a refusal and the refusal (FCRA: at least 5).',
    '5',
  ),
  SCREENING_PROVIDER: setting(
    settingOf.lines(300).default(''),
    'Name, address and telephone of the agency that does background checks, as notices must name it.',
    'Example Screening, 1 Main St, Sacramento CA 95814, +1 916 555 0100',
  ),
  MESSAGE_KEPT_DAYS: setting(
    settingOf.days(730, 30),
    'How many days a message of staff to a volunteer is kept after it was sent.',
    '730',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof volunteerSettings> {}
}
