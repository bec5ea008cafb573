import type { ActionFunctionArgs } from 'react-router';
import { AskForLink, mailLink, isLinkSent } from '../personal-links/ask-for-link';
import { usePage } from '../request/page-context';
import { RequestGivingLink } from './queries';

export const loader = isLinkSent;

export async function action(args: ActionFunctionArgs) {
  return mailLink(args, RequestGivingLink, '/giving');
}

export default function AskForMyGiving() {
  const t = usePage().words.site.giving;
  const { email, emailHint, askTitle: title, askLead: lead, ask: submit } = t;
  const sentTexts = { sentTitle: t.askedTitle, sentText: t.askedText, sentHint: t.askedHint };
  return <AskForLink path="/giving" texts={{ title, lead, email, emailHint, submit, ...sentTexts }} />;
}
