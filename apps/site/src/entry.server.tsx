import type { ServerBuild } from 'react-router';
import { SiteServer } from './server/site-server';

/**
 * React Router's own request handler writes the data of every page a second time, for a script that our pages don't
 * have; routes, loaders and actions work the same here.
 */
export function siteOf(routes: ServerBuild['routes']): SiteServer {
  return new SiteServer(routes);
}
