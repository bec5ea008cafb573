import { LinkGone } from '../frame/plain-page';
import { usePage } from '../request/page-context';

export function BusinessLinkGone() {
  const t = usePage().words.site.business.status;
  return <LinkGone words={t} to="/business/home" label={t.toHome} />;
}
