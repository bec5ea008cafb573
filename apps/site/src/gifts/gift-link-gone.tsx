import { LinkGone } from '../frame/plain-page';
import { usePage } from '../request/page-context';

export function GiftLinkGone() {
  const { thanks, giving } = usePage().words.site;
  return <LinkGone words={thanks} to="/giving" label={giving.ask} />;
}
