import { notFound } from '../api/ask';

/** Every address without a page of its own. */
export function loader(): never {
  throw notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
