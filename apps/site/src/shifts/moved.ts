import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';

/** The list of events replaced the list of shifts. */
export function loader({ request }: LoaderFunctionArgs): Response {
  return redirect(addressFor(request), 301);
}

/** Forms that were open at the time of the change keep their method. */
export function action({ request }: ActionFunctionArgs): Response {
  return redirect(addressFor(request), 308);
}

function addressFor(request: Request): string {
  const query = new URL(request.url).searchParams;
  query.delete('view');
  return `/events?${new URLSearchParams([['view', 'shifts'], ...query])}`;
}
