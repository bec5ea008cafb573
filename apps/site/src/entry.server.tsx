import type { ServerBuild } from 'react-router';
import { SiteServer } from './request/site-server';

/**
 * The site as apps/api runs it. React Router's own request handler writes every page's data a second time, for a script
 * that no page of ours has; its routes, loaders and actions are the same here.
 */
export function siteOf(routes: ServerBuild['routes']): SiteServer {
  return new SiteServer(routes);
}
