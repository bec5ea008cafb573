import { redirect, type LoaderFunctionArgs } from 'react-router';

/** Also redirects forms that were open at the time of the change. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(/^\/business(?=\/)/, '') + search, 308);
}

export const action = loader;
