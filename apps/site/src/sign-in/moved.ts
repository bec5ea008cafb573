import { redirect, type LoaderFunctionArgs } from 'react-router';

/** From the old address of signing in to the one for everybody; a form that was open meanwhile goes along. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(/^\/business(?=\/)/, '') + search, 308);
}

export const action = loader;
