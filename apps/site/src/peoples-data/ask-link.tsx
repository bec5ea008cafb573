import type { ActionFunctionArgs } from 'react-router';
import { AskForLink, mailLink, isLinkSent } from '../personal-links/ask-for-link';
import { usePage } from '../request/page-context';
import { RequestMyData } from './queries';
import { IfPage } from '../request/features';

export const loader = isLinkSent;

export async function action(args: ActionFunctionArgs) {
  return mailLink(args, RequestMyData, '/my-data');
}

export default function AskForMyData() {
  const t = usePage().words.site.peoplesData;
  const { email, emailHint, askTitle: title, askLead: lead, ask: submit, sentTitle, sentText, sentHint } = t;
  return (
    <AskForLink path="/my-data" texts={{ title, lead, email, emailHint, submit, sentTitle, sentText, sentHint }}>
      <IfPage path="/reply">
        <p className="after-panel">
          {t.confidence} <a href="/reply">{t.ofCode}</a>
        </p>
      </IfPage>
    </AskForLink>
  );
}
