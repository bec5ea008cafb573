import type { Config, Tx } from '@upstander/platform';

/** Returns the ID of the organization's own beneficiary, creating the row on first use. */
export async function ownBeneficiary(
  tx: Pick<Tx, 'query'>,
  config: Pick<Config, 'ORGANIZATION_NAME'>,
  now: Date,
): Promise<string> {
  const find = async () =>
    (await tx.query<{ id: string }>(`SELECT id FROM fundraising.beneficiary WHERE kind = 'own'`))[0]?.id;
  const known = await find();
  if (known) return known;
  await tx.query(
    `INSERT INTO fundraising.beneficiary (kind, name, created_at) VALUES ('own', $1, $2)
     ON CONFLICT (kind) WHERE kind = 'own' DO NOTHING`,
    [config.ORGANIZATION_NAME, now],
  );
  const id = await find();
  if (!id) throw new Error("The organization's own beneficiary is missing.");
  return id;
}
