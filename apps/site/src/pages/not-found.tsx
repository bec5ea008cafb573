import { notFound } from '../api/ask';

export function loader(): never {
  throw notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
