import { notFound } from '../api/ask';

/** Handles all addresses without a page. */
export function loader(): never {
  throw notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
