import { graphql } from '@upstander/api-client';
import { queryApi } from '../api/ask';
import { usePage } from '../request/page-context';
import { stopAction, stopLoader, StopPage } from './stop-page';

const StopMessages = graphql(`
  mutation StopRegistrationMessages($token: String!) {
    stopRegistrationMessages(token: $token) {
      ok
    }
  }
`);

export const loader = stopLoader;
export const action = stopAction((context, token) => queryApi(context, StopMessages, { token }));

export default function StopRegistrationMessagesPage() {
  const { stopTitle, stoppedTitle, stopYes, participants } = usePage().words.site.messages;
  return (
    <StopPage
      title={stopTitle}
      stoppedTitle={stoppedTitle}
      text={participants.stopText}
      confirmLabel={stopYes}
      stoppedText={participants.stopped}
    />
  );
}
