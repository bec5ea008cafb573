import type { TestApp } from './app.js';
import sharp from 'sharp';

const managed = `{ id status endsOn pages url smallUrl altEn confirmedNoClientsAt consents { id name email method agreedAt withdrawnAt renewsId } }`;
export const photoOperations = {
  ofPage: `query ($page: String!) { photos(page: $page) { id altEn altEs takenBy url smallUrl width height part mayShare } }`,
  list: `query ($filter: PhotoFilter) { managedPhotos(filter: $filter) { edges { node { id status } } totalCount } }`,
  one: `query ($id: ID!) { managedPhoto(id: $id) ${managed} }`,
  needYou: `{ photosWithExpiringConsent }`,
  update: `mutation ($id: ID!, $input: PhotoInput!) { updatePhoto(id: $id, input: $input) ${managed} }`,
  delete: `mutation ($id: ID!) { deletePhoto(id: $id) { ok } }`,
  place: `mutation ($id: ID!, $page: String!) { placePhoto(id: $id, page: $page) ${managed} }`,
  takeOff: `mutation ($id: ID!, $page: String!) { takePhotoOff(id: $id, page: $page) ${managed} }`,
  ask: `mutation ($input: PhotoConsentInput!) { askPhotoConsent(input: $input) ${managed} }`,
  withdraw: `mutation ($id: ID!) { withdrawPhotoConsent(id: $id) ${managed} }`,
  cancel: `mutation ($id: ID!) { cancelPhotoConsent(id: $id) ${managed} }`,
  mine: `query ($token: String!) { myPhotoConsent(token: $token) { name endsOn altEn agreedAt withdrawnAt isExpired pages } }`,
  agree: `mutation ($input: AgreeToPhotoInput!) { agreeToPhoto(input: $input) { signedName agreedAt } }`,
  withdrawMine: `mutation ($input: WithdrawPhotoConsentInput!) { withdrawMyPhotoConsent(input: $input) { ok } }`,
};

export interface ShownPhoto {
  id: string;
  status: string;
  endsOn: string | null;
  pages: string[];
  url: string;
  smallUrl: string;
  consents: Array<{ id: string; name: string; agreedAt: string | null; withdrawnAt: string | null }>;
}

export const photoWords = {
  altEn: 'Three people pack backpacks at a table',
  altEs: 'Tres personas llenan mochilas en una mesa',
  takenBy: 'Lee Park',
  confirmedNoClients: true,
};

export function aPicture(width = 1200, height = 800): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2f6f73' } })
    .jpeg()
    .toBuffer();
}

/** Creates a photo with descriptions; with `live`, with a paper consent until that date. */
export async function aPhoto(
  app: TestApp,
  { live }: { live?: string } = {},
): Promise<{ id: string; consentId: string | null }> {
  const bytes = await aPicture(60, 40);
  const [photo] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.photo (alt_en, alt_es, taken_by, width, height, sha256, bytes, small_bytes, nobody_served_at, created_at)
     VALUES ($1, $2, $3, 60, 40, 'x', $4, $4, $5, $5) RETURNING id`,
    [photoWords.altEn, photoWords.altEs, photoWords.takenBy, bytes, app.clock.now()],
  );
  const { id } = photo!;
  return { id, consentId: live ? await aConsent(app, id, { endsOn: live, agreed: true }) : null };
}

/** Adds a consent to a photo: on paper, or by a link not opened yet. */
export async function aConsent(
  app: TestApp,
  photoId: string,
  { endsOn, agreed }: { endsOn: string; agreed: boolean },
): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.photo_consent (photo_id, name, email, way, for_sharing, for_print, ends_on, paper, paper_type, agreed_at, created_at)
     VALUES ($1, 'Ana Ruiz', 'ana@example.org', $4, true, false, $2::date, $5, $6, $7, $3) RETURNING id`,
    [
      photoId,
      endsOn,
      app.clock.now(),
      agreed ? 'paper' : 'link',
      ...(agreed ? [Buffer.from('%PDF-1.7'), 'application/pdf', app.clock.now()] : [null, null, null]),
    ],
  );
  return row!.id;
}
