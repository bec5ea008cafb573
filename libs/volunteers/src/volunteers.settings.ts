import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';

export const volunteerSettings = settings.define({
  SCREENING_WAIT_DAYS: setting(
    settingTypes.count(5, 5, 60),
    'Business days between the notice before an adverse decision and the decision (FCRA: at least 5).',
    '5',
    { decidedIn: 'volunteering' },
  ),
  SCREENING_PROVIDER: setting(
    settingTypes.lines(300).default(''),
    'Name, address and phone number of the agency that runs background checks, as notices must state them.',
    'Example Screening, 1 Main St, Sacramento CA 95814, +1 916 555 0100',
  ),
  MESSAGE_KEPT_DAYS: setting(
    settingTypes.days(730, 30),
    'Days until a message from staff to a volunteer is deleted after sending.',
    '730',
    { decidedIn: 'volunteering' },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof volunteerSettings> {}
}
