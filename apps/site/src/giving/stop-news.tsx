import { queryApi } from '../api/ask';
import { stopAction, stopLoader, StopPage } from '../messages/stop-page';
import { usePage } from '../request/page-context';
import { StopAppeals } from './queries';

export const loader = stopLoader;
export const action = stopAction((context, token) => queryApi(context, StopAppeals, { input: { token } }));

export default function StopNews() {
  const { stopTitle, updatesTitle, stopText, stopYes, stopped } = usePage().words.site.giving;
  return (
    <StopPage
      title={stopTitle}
      stoppedTitle={updatesTitle}
      text={stopText}
      confirmLabel={stopYes}
      stoppedText={stopped}
    />
  );
}
