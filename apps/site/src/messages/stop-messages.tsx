import { graphql } from '@upstander/api-client';
import { queryApi } from '../api/ask';
import { usePage } from '../request/page-context';
import { stopAction, stopLoader, StopPage } from './stop-page';

const StopMessages = graphql(`
  mutation StopVolunteerMessages($token: String!) {
    stopVolunteerMessages(token: $token) {
      ok
    }
  }
`);

export const loader = stopLoader;
export const action = stopAction((context, token) => queryApi(context, StopMessages, { token }));

export default function StopMessagesPage() {
  const { stopTitle, stoppedTitle, stopText, stopYes, stopped } = usePage().words.site.messages;
  return (
    <StopPage
      title={stopTitle}
      stoppedTitle={stoppedTitle}
      text={stopText}
      confirmLabel={stopYes}
      stoppedText={stopped}
    />
  );
}
