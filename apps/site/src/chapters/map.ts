import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { ChapterPlaces } from './queries';
import { chapterMap, placesOnMap } from './chapter-map';

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { organization, chapterPlaces } = await queryApi(context, ChapterPlaces, {});
  const places = placesOnMap(chapterPlaces);
  if (organization.country !== 'US' || places.length === 0) throw notFound();
  return new Response(chapterMap(places), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
