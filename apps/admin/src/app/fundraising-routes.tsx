import type { RouteObject } from 'react-router';
import { OnlyFor } from './only-for';

/** What organizers, reviewers and finance share. */
const fundraisers: RouteObject[] = [];

/** What only those who look after the money open. */
const finance: RouteObject[] = [];

export const fundraisingRoutes: RouteObject[] = [
  { element: <OnlyFor role="fundraising" />, children: fundraisers },
  { element: <OnlyFor role="finance" />, children: finance },
];
